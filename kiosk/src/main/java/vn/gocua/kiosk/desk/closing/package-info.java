/** The end of a campaign: close it, archive it, prepare the next. */
@NullMarked
package vn.gocua.kiosk.desk.closing;

import org.jspecify.annotations.NullMarked;
