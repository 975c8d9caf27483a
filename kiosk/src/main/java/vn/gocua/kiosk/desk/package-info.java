/** The leaders' desk: what stands around its pages. */
@NullMarked
package vn.gocua.kiosk.desk;

import org.jspecify.annotations.NullMarked;
