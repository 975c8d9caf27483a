package vn.gocua.protocol.learning;

import vn.gocua.protocol.body.Max;
import vn.gocua.protocol.body.Required;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * A request for a seat.
 *
 * @param id made by the kiosk; the same id again is the same seat
 */
public record SeatOrder(
    @Max(60) String id,
    Contact contact,
    @Required(RequestReason.CONSENT_REQUIRED) Consent consent) {
  /** The attendee's contact. */
  public record Contact(@Max(100) String name, @Max(20) String phone) {
    @Override
    public String toString() {
      return "contact"; // Names stay out of logs.
    }
  }

  /** Consent was given to this version of the text, at this time. */
  public record Consent(@Max(60) String textVersion, @Max(60) String at) {}
}
