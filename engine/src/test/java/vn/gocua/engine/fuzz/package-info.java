/** Requests that nobody should send, to every operation in every role; a seed tells them again. */
@NullMarked
package vn.gocua.engine.fuzz;

import org.jspecify.annotations.NullMarked;
