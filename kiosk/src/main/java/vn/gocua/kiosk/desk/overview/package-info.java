/** The first page: the campaign's progress, and alerts. */
@NullMarked
package vn.gocua.kiosk.desk.overview;

import org.jspecify.annotations.NullMarked;
