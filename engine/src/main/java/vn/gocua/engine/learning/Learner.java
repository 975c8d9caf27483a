package vn.gocua.engine.learning;

import vn.gocua.base.text.NormalText;

/**
 * Who comes to a class: personal data, for the vault and for leaders.
 *
 * @param phone digits, as {@link vn.gocua.engine.vault.PhoneNumber#digits} gives them
 */
public record Learner(String name, String phone) {
  public Learner {
    name = NormalText.composed(name).strip().replaceAll("\\s+", " ");
  }

  /** Says nothing, so that no log ever does. */
  @Override
  public String toString() {
    return "Learner[…]";
  }
}
