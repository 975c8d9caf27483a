package vn.gocua.kiosk.resident.keyboard;

import java.util.regex.Pattern;

/** Vietnamese telephone numbers: their form, and a masked form for onlookers. */
public final class PhoneNumber {
  private static final Pattern GOOD = Pattern.compile("0[35789][0-9]{8}|024[0-9]{8}");

  private PhoneNumber() {}

  public static boolean isGood(String digits) {
    return GOOD.matcher(digits).matches();
  }

  /** 0912345678 as 0912 345 678, also while it is being written. */
  public static String grouped(String digits) {
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i == 4 || i == 7) {
        grouped.append(' ');
      }
      grouped.append(digits.charAt(i));
    }
    return grouped.toString();
  }

  /** 0912345678 as 0912 ••• 678. */
  public static String masked(String digits) {
    return digits.length() < 7
        ? grouped(digits)
        : digits.substring(0, 4) + " ••• " + digits.substring(digits.length() - 3);
  }
}
