/** Who may open a page of the kiosk, and how many. */
@NullMarked
package vn.gocua.kiosk.web.door;

import org.jspecify.annotations.NullMarked;
