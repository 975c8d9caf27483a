/** Cookies of the kiosk. */
@NullMarked
package vn.gocua.kiosk.web.cookie;

import org.jspecify.annotations.NullMarked;
