/** Parts that every program of Gõ Cửa needs. */
@NullMarked
package vn.gocua.base;

import org.jspecify.annotations.NullMarked;
