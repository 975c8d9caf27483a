/** Classes and seats on the wire. */
@NullMarked
package vn.gocua.protocol.learning;

import org.jspecify.annotations.NullMarked;
