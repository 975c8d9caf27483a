/** Widgets, texts and figures of the desk. */
@NullMarked
package vn.gocua.kiosk.desk.kit;

import org.jspecify.annotations.NullMarked;
