/** Files to take along. */
@NullMarked
package vn.gocua.kiosk.desk.reports;

import org.jspecify.annotations.NullMarked;
