/** Requests for help on the wire. */
@NullMarked
package vn.gocua.protocol.help;

import org.jspecify.annotations.NullMarked;
