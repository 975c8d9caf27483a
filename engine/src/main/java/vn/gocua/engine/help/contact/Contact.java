package vn.gocua.engine.help.contact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.gocua.base.text.NormalText;

/**
 * Who asked, and where: personal data, for the vault and for the team that has claimed the request.
 *
 * @param phone ten digits, or eleven of a landline of Hà Nội
 * @param groups codes of priority groups, given with consent of their own
 */
public record Contact(String name, String phone, String address, List<String> groups) {
  private static final Pattern PHONE = Pattern.compile("0[35789][0-9]{8}|024[0-9]{8}");

  public Contact {
    name = tidy(name);
    address = tidy(address);
    groups = groups.stream().sorted().distinct().toList();
    if (!PHONE.matcher(phone).matches()) {
      throw new IllegalArgumentException("not a phone number of Việt Nam");
    }
  }

  /** The digits of a phone number as people write it; empty if it is none of Việt Nam. */
  public static Optional<String> phone(String written) {
    String digits = written.replaceAll("[\\s.()-]", "").replaceFirst("^(\\+|00)84", "0");
    return PHONE.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
  }

  private static String tidy(String text) {
    return NormalText.composed(text).strip().replaceAll("\\s+", " ");
  }

  /** Says nothing, so that no log ever does. */
  @Override
  public String toString() {
    return "Contact[…]";
  }
}
