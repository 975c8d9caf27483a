/** What a browser keeps for the kiosk. */
@NullMarked
package vn.gocua.kiosk.web.cookie;

import org.jspecify.annotations.NullMarked;
