package vn.gocua.engine.screens;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.Tokens;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.Ledger;
import vn.gocua.engine.screens.Screen.Status;
import vn.gocua.engine.screens.ScreenFact.ScreenAccepted;
import vn.gocua.engine.screens.ScreenFact.ScreenOffered;
import vn.gocua.engine.screens.ScreenFact.ScreenRevoked;
import vn.gocua.engine.vault.Vault;

/**
 * Pairs screens. A screen is known by a secret that only it has; the code that people see is
 * derived from it, so it stays the same for as long as the screen keeps its secret. Calls block.
 */
public final class ScreenDesk {
  /** How long a code on a screen is good. */
  static final Duration OFFER = Duration.ofHours(1);

  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 6;
  private static final int CANDIDATES = 8;

  private final Vault vault;
  private final Ledger<ScreenFact, Screen> screens;

  public ScreenDesk(String campaign, Journal journal, GroupCommit commit, Vault vault) {
    this.vault = vault;
    this.screens =
        new Ledger<>(campaign + "/screen/", ScreenFact.FACTS, Screen::evolve, journal, commit);
  }

  /** A screen and the code that it is called by. */
  public record Named(String code, Screen screen) {}

  /** The screen with this secret, if it was ever offered. */
  public Optional<Named> known(String secret) {
    Place found = place(Tokens.hash(secret));
    return Optional.ofNullable(found.screen).map(screen -> new Named(found.code, screen));
  }

  /**
   * Offers the screen with this secret, or offers it again if its offer has ended or it was
   * revoked; one that is offered or accepted stays as it is.
   */
  public Named offer(String secret, Instant now) {
    String hash = Tokens.hash(secret);
    String code = place(hash).code;
    Screen after =
        screens.append(
            code,
            known ->
                known == null
                        || known.statusAt(now) == Status.EXPIRED
                        || known.status() == Status.REVOKED
                    ? new ScreenOffered(hash, now, now.plus(OFFER))
                    : null);
    return new Named(code, Objects.requireNonNull(after));
  }

  /**
   * A leader accepts the screen that shows this code; again: nothing changes.
   *
   * @param place where it stands
   * @return the screen; empty if no screen shows this code now
   */
  public Optional<Named> accept(String typed, @Nullable String place, String by, Instant now) {
    String code = normalized(typed);
    Screen after =
        screens.append(
            code,
            known ->
                known != null && known.statusAt(now) == Status.OFFERED
                    ? new ScreenAccepted(by, place, now)
                    : null);
    return after != null && after.status() == Status.ACCEPTED
        ? Optional.of(new Named(code, after))
        : Optional.empty();
  }

  /** A screen stops serving; false if there is no such screen. Again: nothing changes. */
  public boolean revoke(String typed, String by, Instant now) {
    return screens.append(
            normalized(typed),
            known ->
                known == null || known.status() == Status.REVOKED
                    ? null
                    : new ScreenRevoked(by, now))
        != null;
  }

  /** All screens that were ever offered, the latest first. */
  public List<Named> all() {
    List<Named> all = new ArrayList<>();
    for (String code : screens.keys()) {
      Screen screen = screens.read(code);
      if (screen != null) {
        all.add(new Named(code, screen));
      }
    }
    all.sort((a, b) -> b.screen.offeredAt().compareTo(a.screen.offeredAt()));
    return all;
  }

  /**
   * Takes every screen back that serves: what their codes are made of is lost with the vault's key,
   * so none of them is known any more. They offer themselves anew.
   *
   * @return how many
   */
  public int forgetAll(Instant now) {
    int forgotten = 0;
    for (Named named : all()) {
      if (named.screen.status() == Status.ACCEPTED && revoke(named.code, "engine", now)) {
        forgotten++;
      }
    }
    return forgotten;
  }

  private record Place(String code, @Nullable Screen screen) {}

  /** Where a screen stands in the journal, or would. */
  private Place place(String hash) {
    for (int n = 0; n < CANDIDATES; n++) {
      String code = candidate(hash, n);
      Screen held = screens.read(code);
      if (held == null || held.secretHash().equals(hash)) {
        return new Place(code, held);
      }
    }
    throw new IllegalStateException("no code is free");
  }

  private String candidate(String hash, int n) {
    byte[] random = vault.derived("screen-code", hash + "/" + n);
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(LETTERS.charAt(Math.floorMod(random[i], LETTERS.length())));
    }
    return code.toString();
  }

  private static String normalized(String typed) {
    return typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
  }
}
