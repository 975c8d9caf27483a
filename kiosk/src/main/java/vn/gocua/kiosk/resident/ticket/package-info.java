/** The state of a request. */
@NullMarked
package vn.gocua.kiosk.resident.ticket;

import org.jspecify.annotations.NullMarked;
