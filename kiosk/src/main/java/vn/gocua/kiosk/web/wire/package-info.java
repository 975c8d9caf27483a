/** Checks of requests before any parser, and headers of all answers. */
@NullMarked
package vn.gocua.kiosk.web.wire;

import org.jspecify.annotations.NullMarked;
