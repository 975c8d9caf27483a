/** What leaders tell the hall and the teams. */
@NullMarked
package vn.gocua.kiosk.desk.notices;

import org.jspecify.annotations.NullMarked;
