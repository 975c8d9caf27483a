/** Check-ins on the wire, and their verdicts. */
@NullMarked
package vn.gocua.protocol.checkin;

import org.jspecify.annotations.NullMarked;
