package vn.gocua.kiosk.resident.classes;

import java.time.Instant;
import java.util.UUID;
import vn.gocua.base.consent.ConsentText;
import vn.gocua.base.text.Language;
import vn.gocua.kiosk.resident.keyboard.DigitInput;
import vn.gocua.kiosk.resident.keyboard.TextInput;
import vn.gocua.kiosk.resident.keyboard.TextInput.Capitals;
import vn.gocua.protocol.learning.ClassList;
import vn.gocua.protocol.learning.SeatOrder;

/** Entries for a seat so far. They live no longer than the visit. */
final class SeatDraft {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_NUMBER = 11;

  final String id = UUID.randomUUID().toString();
  final ClassList.Row row;
  final TextInput name = new TextInput(Capitals.WORDS, LONGEST_NAME);
  final DigitInput phone = new DigitInput(LONGEST_NUMBER);

  SeatDraft(ClassList.Row row) {
    this.row = row;
  }

  /**
   * The order to the engine; a repeat gives the same seat.
   *
   * @param language in which the consent was shown
   */
  SeatOrder order(Instant consentAt, Language language) {
    return new SeatOrder(
        id,
        new SeatOrder.Contact(name.value(), phone.text()),
        new SeatOrder.Consent(ConsentText.CLASS.version(language), consentAt.toString()));
  }
}
