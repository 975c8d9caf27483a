/** Data of all pages of the desk, read and computed once for all viewers. Knows no Vaadin. */
@NullMarked
package vn.gocua.kiosk.desk.data;

import org.jspecify.annotations.NullMarked;
