/** Check-ins on the wire, and what became of them. */
@NullMarked
package vn.gocua.protocol.checkin;

import org.jspecify.annotations.NullMarked;
