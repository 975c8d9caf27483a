package vn.gocua.engine.vault;

import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers of Việt Nam: ten digits, or eleven of a landline of Hà Nội. */
public final class PhoneNumber {
  private static final Pattern DIGITS = Pattern.compile("0[35789][0-9]{8}|024[0-9]{8}");

  private PhoneNumber() {}

  /** Whether these are the digits of a phone number. */
  public static boolean isValid(String digits) {
    return DIGITS.matcher(digits).matches();
  }

  /** The digits of a number as people write it; empty if it is none of Việt Nam. */
  public static Optional<String> digits(String written) {
    String digits = written.replaceAll("[\\s.()-]", "").replaceFirst("^(\\+|00)84", "0");
    return isValid(digits) ? Optional.of(digits) : Optional.empty();
  }
}
