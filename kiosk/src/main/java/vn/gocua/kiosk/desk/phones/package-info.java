/** The teams' phones: letting them in, shutting them out. */
@NullMarked
package vn.gocua.kiosk.desk.phones;

import org.jspecify.annotations.NullMarked;
