/** Bounds of a body's fields, and types for single fields. */
@NullMarked
package vn.gocua.protocol.body;

import org.jspecify.annotations.NullMarked;
