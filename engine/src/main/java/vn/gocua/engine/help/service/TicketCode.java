package vn.gocua.engine.help.service;

import java.math.BigInteger;
import java.util.Locale;
import vn.gocua.engine.vault.Vault;

/** The short codes of tickets, such as HV-4821. */
final class TicketCode {
  /** Codes that a request tries in turn until one is free. */
  static final int CANDIDATES = 40;

  private static final int FEWEST_DIGITS = 4;
  private static final int OF_ONE_LENGTH = 8;

  private final String prefix;
  private final Vault vault;

  TicketCode(String campaign, Vault vault) {
    this.prefix = prefix(campaign);
    this.vault = vault;
  }

  /** Initials of the campaign id's first two words: {@code hong-van-45} gives HV. */
  static String prefix(String campaign) {
    StringBuilder initials = new StringBuilder();
    for (String word : campaign.split("[^a-z]+", -1)) {
      if (!word.isEmpty() && initials.length() < 2) {
        initials.append(word.charAt(0));
      }
    }
    return initials.append("GC", 0, 2 - initials.length()).toString().toUpperCase(Locale.ROOT);
  }

  /**
   * The n-th code that a request tries: always the same for the same id, and longer when the short
   * ones are taken.
   */
  String candidate(String id, int n) {
    int digits = FEWEST_DIGITS + n / OF_ONE_LENGTH;
    BigInteger number = new BigInteger(1, vault.derived("ticket-code", id + "/" + n));
    long place = number.mod(BigInteger.TEN.pow(digits)).longValueExact();
    return "%s-%0".concat(digits + "d").formatted(prefix, place);
  }
}
