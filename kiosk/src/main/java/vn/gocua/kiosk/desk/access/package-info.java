/** Signing in and out of the desk. */
@NullMarked
package vn.gocua.kiosk.desk.access;

import org.jspecify.annotations.NullMarked;
