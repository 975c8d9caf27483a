/** Residents' requests, as leaders see them. */
@NullMarked
package vn.gocua.kiosk.desk.requests;

import org.jspecify.annotations.NullMarked;
