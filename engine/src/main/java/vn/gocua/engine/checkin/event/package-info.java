/** Check-ins as facts, and their counts. */
@NullMarked
package vn.gocua.engine.checkin.event;

import org.jspecify.annotations.NullMarked;
