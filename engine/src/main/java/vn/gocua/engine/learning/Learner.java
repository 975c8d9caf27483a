package vn.gocua.engine.learning;

import vn.gocua.base.text.FoldedText;

/**
 * An attendee of a class: personal data, for the vault and for leaders.
 *
 * @param phone digits, as {@link vn.gocua.engine.vault.PhoneNumber#digits} gives them
 */
public record Learner(String name, String phone) {
  public Learner {
    name = FoldedText.kept(name);
  }

  /** Empty, so that no log shows personal data. */
  @Override
  public String toString() {
    return "Learner[…]";
  }
}
