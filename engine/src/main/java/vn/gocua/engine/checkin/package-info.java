/** Check-ins: read, judged, journaled, tallied. */
@NullMarked
package vn.gocua.engine.checkin;

import org.jspecify.annotations.NullMarked;
