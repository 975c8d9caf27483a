/** Refusals: their reasons and their answers. */
@NullMarked
package vn.gocua.protocol.refusal;

import org.jspecify.annotations.NullMarked;
