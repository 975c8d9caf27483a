package vn.gocua.engine.privacy;

import java.time.Instant;
import java.util.List;

/** A feature that keeps personal data, and erases it when the person wishes so. Calls block. */
@FunctionalInterface
public interface Erasable {
  /**
   * Erases what is kept of everybody with a phone number; again: nothing changes.
   *
   * @param phone digits
   * @param by the account that acts for the person
   * @return the codes of the tickets and slips whose contact is gone by this call
   */
  List<String> eraseByPhone(String phone, String by, Instant at);
}
