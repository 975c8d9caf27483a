package vn.gocua.engine.privacy;

import java.time.Instant;
import java.util.List;

/** A feature that keeps personal data, and erases it when the person wishes so. Calls block. */
@FunctionalInterface
public interface Erasable {
  /**
   * Erases the data of everybody with a phone number; a repeat changes nothing.
   *
   * @param phone digits
   * @param by the account that acts for the person
   * @return codes of the tickets and slips whose contact this call erased
   */
  List<String> eraseByPhone(String phone, String by, Instant at);
}
