package vn.gocua.engine.learning;

import java.math.BigInteger;
import java.util.Set;
import java.util.stream.Collectors;
import vn.gocua.engine.vault.Vault;

/** The short codes of slips, such as LH-4821 (lớp học); one of a kind within their class. */
final class SeatCode {
  private static final BigInteger CODES = BigInteger.valueOf(10_000);

  private SeatCode() {}

  static String of(String enrolment, Vault vault, ClassSession session) {
    Set<String> taken =
        session.enrolments().values().stream().map(Enrolment::code).collect(Collectors.toSet());
    for (int n = 0; ; n++) {
      byte[] derived = vault.derived("slip-code", enrolment + "/" + n);
      String code = "LH-%04d".formatted(new BigInteger(1, derived).mod(CODES).intValue());
      if (!taken.contains(code)) {
        return code;
      }
    }
  }
}
