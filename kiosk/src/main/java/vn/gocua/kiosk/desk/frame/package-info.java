/** The frame around the pages of the desk. Knows no page. */
@NullMarked
package vn.gocua.kiosk.desk.frame;

import org.jspecify.annotations.NullMarked;
