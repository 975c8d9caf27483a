package vn.gocua.engine.checkin;

import org.jspecify.annotations.Nullable;
import vn.gocua.engine.checkin.event.CheckIn;
import vn.gocua.engine.journal.Event;

/**
 * An item of an upload that may be appended, or must first be looked up because a rule speaks
 * against it.
 *
 * @param index its place in the upload
 * @param event what it is in the journal
 */
record Decision(int index, Event event, CheckIn checkIn, @Nullable Rejection rejection) {
  Decision but(Rejection why) {
    return new Decision(index, event, checkIn, why);
  }
}
