/** Who is at the desk: signing in and out. */
@NullMarked
package vn.gocua.kiosk.desk.access;

import org.jspecify.annotations.NullMarked;
