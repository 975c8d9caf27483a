/** Notices for the hall and the teams. */
@NullMarked
package vn.gocua.kiosk.desk.notices;

import org.jspecify.annotations.NullMarked;
