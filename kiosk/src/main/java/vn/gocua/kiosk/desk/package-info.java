/** The leaders' desk: its pages and who may see them. */
@NullMarked
package vn.gocua.kiosk.desk;

import org.jspecify.annotations.NullMarked;
