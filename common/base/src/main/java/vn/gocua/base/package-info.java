/** What every program of Gõ Cửa needs, and nothing that only one of them does. */
@NullMarked
package vn.gocua.base;

import org.jspecify.annotations.NullMarked;
