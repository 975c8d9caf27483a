package vn.gocua.engine.help.service;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.help.contact.Contact;
import vn.gocua.engine.help.contact.HelpContacts;
import vn.gocua.engine.help.state.HelpFact;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * Puts another contact in the place of a request's. The new one is in the vault before the journal
 * refers to it, and the old one is erased after that; a crash in between leaves an orphan, which is
 * swept. Calls block.
 */
record ContactReplacement(HelpService service, HelpContacts contacts) {
  /** Tries until the contact stays the same from its reading to the fact. */
  private static final int TRIES = 5;

  /**
   * Replaces the contact.
   *
   * @param anew makes the new contact; null: it stays
   * @param fact makes the fact, with the ref of the new contact or null; null: nothing to do
   * @throws Refusal as those throw it, and if others changed the contact all the time
   */
  HelpRequest replace(
      String code,
      Function<HelpRequest, @Nullable Contact> anew,
      BiFunction<HelpRequest, @Nullable String, @Nullable HelpFact> fact) {
    for (int n = 0; n < TRIES; n++) {
      HelpRequest before = HelpService.known(service.find(code).state());
      Contact contact = anew.apply(before);
      String old = before.asked().contact();
      String ref = contact == null ? null : contacts.keepInstead(before.asked().id(), contact);
      HelpRequest after = decided(code, old, ref, fact);
      if (after != null) {
        return after;
      }
    }
    throw Refusal.of(RequestReason.TOO_MANY_TRIES);
  }

  /** The request after the fact; null if the contact is another meanwhile. */
  private @Nullable HelpRequest decided(
      String code,
      String old,
      @Nullable String ref,
      BiFunction<HelpRequest, @Nullable String, @Nullable HelpFact> fact) {
    boolean[] same = {true};
    HelpFact[] done = new HelpFact[1];
    boolean refers = false;
    try {
      HelpRequest after =
          service
              .changed(
                  code,
                  request -> {
                    HelpRequest known = HelpService.known(request);
                    same[0] = ref == null || known.asked().contact().equals(old);
                    done[0] = same[0] ? fact.apply(known, ref) : null;
                    return done[0];
                  })
              .known();
      refers = ref != null && after.asked().contact().equals(ref);
      if (refers) {
        contacts.erase(old);
      }
      return same[0] ? after : null;
    } finally {
      if (ref != null && !refers) {
        contacts.erase(ref);
      }
    }
  }
}
