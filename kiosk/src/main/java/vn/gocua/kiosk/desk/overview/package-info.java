/** The first page: how the campaign stands, and where somebody is needed. */
@NullMarked
package vn.gocua.kiosk.desk.overview;

import org.jspecify.annotations.NullMarked;
