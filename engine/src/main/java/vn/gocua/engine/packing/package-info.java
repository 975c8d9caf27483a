/** Decompression within bounds. */
@NullMarked
package vn.gocua.engine.packing;

import org.jspecify.annotations.NullMarked;
