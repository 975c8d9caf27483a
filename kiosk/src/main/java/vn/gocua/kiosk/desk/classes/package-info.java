/** Bình dân học vụ số classes, as leaders arrange them. */
@NullMarked
package vn.gocua.kiosk.desk.classes;

import org.jspecify.annotations.NullMarked;
