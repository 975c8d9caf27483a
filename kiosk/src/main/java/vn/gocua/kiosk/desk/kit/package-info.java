/** The widgets of the desk and its way to write numbers and times. */
@NullMarked
package vn.gocua.kiosk.desk.kit;

import org.jspecify.annotations.NullMarked;
