package vn.gocua.kiosk.resident.help;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.consent.ConsentText;
import vn.gocua.base.text.Language;
import vn.gocua.kiosk.resident.keyboard.DigitInput;
import vn.gocua.kiosk.resident.keyboard.TextInput;
import vn.gocua.kiosk.resident.keyboard.TextInput.Capitals;
import vn.gocua.protocol.help.HelpOrder;

/** Entries of a request so far. They live no longer than the visit. */
final class HelpDraft {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_ADDRESS = 120;
  private static final int LONGEST_NUMBER = 11;

  /** On whose behalf a resident asks. */
  enum OnBehalfOf {
    SELF,
    CHILD
  }

  final TextInput name = new TextInput(Capitals.WORDS, LONGEST_NAME);
  final TextInput address = new TextInput(Capitals.FIRST, LONGEST_ADDRESS);
  final DigitInput phone = new DigitInput(LONGEST_NUMBER);
  final Set<String> groups = new LinkedHashSet<>();
  @Nullable String activity;
  @Nullable String hamlet;
  String when = "any";
  OnBehalfOf whom = OnBehalfOf.SELF;
  private String id = UUID.randomUUID().toString();
  private @Nullable List<Object> sent;

  boolean isForChild() {
    return whom == OnBehalfOf.CHILD;
  }

  /** What is agreed to, without the groups. */
  ConsentText consent() {
    return isForChild() ? ConsentText.GUARDIAN : ConsentText.HELP;
  }

  /**
   * The order to the engine. A repeat has the same id and is the same request. After a change the
   * id is new, because a lost answer may have been an acceptance.
   *
   * @param language in which the consent was shown
   */
  HelpOrder order(Instant consentAt, Language language) {
    HelpOrder.Contact contact = new HelpOrder.Contact(name.value(), phone.text(), address.value());
    List<Object> now =
        List.of(
            String.valueOf(hamlet),
            String.valueOf(activity),
            when,
            whom,
            contact,
            List.copyOf(groups));
    if (sent != null && !sent.equals(now)) {
      id = UUID.randomUUID().toString();
    }
    sent = now;
    return new HelpOrder(
        id,
        String.valueOf(hamlet),
        String.valueOf(activity),
        when,
        isForChild(),
        contact,
        List.copyOf(groups),
        new HelpOrder.Consent(
            consent().version(language),
            groups.isEmpty() ? null : ConsentText.GROUPS.version(language),
            consentAt.toString()));
  }
}
