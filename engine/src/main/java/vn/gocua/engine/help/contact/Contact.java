package vn.gocua.engine.help.contact;

import java.util.List;
import vn.gocua.base.text.FoldedText;
import vn.gocua.engine.vault.PhoneNumber;

/**
 * Name and address of the resident: personal data, for the vault and the team that claimed the
 * request.
 *
 * @param phone ten digits, or eleven of a landline of Hà Nội
 * @param groups codes of priority groups, given with consent of their own
 */
public record Contact(String name, String phone, String address, List<String> groups) {
  public Contact {
    name = cleanUp(name);
    address = cleanUp(address);
    groups = groups.stream().sorted().distinct().toList();
    if (!PhoneNumber.isValid(phone)) {
      throw new IllegalArgumentException("not a phone number of Việt Nam");
    }
  }

  private static String cleanUp(String text) {
    return FoldedText.kept(text);
  }

  /** Empty, so that no log shows personal data. */
  @Override
  public String toString() {
    return "Contact[…]";
  }
}
