package vn.gocua.engine.checkin;

import org.jspecify.annotations.Nullable;
import vn.gocua.engine.checkin.event.CheckIn;
import vn.gocua.engine.journal.Event;

/**
 * An item that may be appended, or that a rule rejects unless the journal has it.
 *
 * @param index its place in the upload
 * @param event its form in the journal
 */
record Decision(int index, Event event, CheckIn checkIn, @Nullable Rejection rejection) {
  Decision but(Rejection why) {
    return new Decision(index, event, checkIn, why);
  }
}
