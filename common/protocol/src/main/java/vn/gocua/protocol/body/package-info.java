/** What bounds the fields of a body, and what is said of a field beside its value. */
@NullMarked
package vn.gocua.protocol.body;

import org.jspecify.annotations.NullMarked;
