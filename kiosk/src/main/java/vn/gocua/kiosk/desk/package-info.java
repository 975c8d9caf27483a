/** The leaders' desk: its pages and their guard. */
@NullMarked
package vn.gocua.kiosk.desk;

import org.jspecify.annotations.NullMarked;
