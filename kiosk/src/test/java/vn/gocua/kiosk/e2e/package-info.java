/** The whole way, through real programs and a real browser. */
@NullMarked
package vn.gocua.kiosk.e2e;

import org.jspecify.annotations.NullMarked;
