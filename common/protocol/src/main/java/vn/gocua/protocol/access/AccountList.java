package vn.gocua.protocol.access;

import java.time.Instant;
import java.util.List;

/** All accounts, by name. */
public record AccountList(List<Row> accounts) {
  public AccountList {
    accounts = List.copyOf(accounts);
  }

  /**
   * One account.
   *
   * @param totp whether it needs an authenticator
   */
  public record Row(
      String username,
      String role,
      boolean disabled,
      boolean mustChangePassword,
      boolean totp,
      Instant openedAt) {}
}
