/** Admission to the kiosk's pages, and its bounds. */
@NullMarked
package vn.gocua.kiosk.web.door;

import org.jspecify.annotations.NullMarked;
