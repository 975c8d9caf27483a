package vn.gocua.engine.access.state;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.state.AccessFact.DeviceEnded;
import vn.gocua.engine.access.state.AccessFact.DeviceEnrolled;
import vn.gocua.engine.access.state.AccessFact.DeviceNamed;
import vn.gocua.engine.access.state.AccessFact.DeviceRevoked;
import vn.gocua.engine.access.state.AccessFact.DeviceTermBegun;
import vn.gocua.engine.access.state.AccessFact.DeviceTokenRenewed;
import vn.gocua.engine.access.state.AccessFact.DeviceUsed;

/**
 * A team's phone.
 *
 * @param issuedAt when the try to enrol began that has got the present token
 * @param over null while its token is valid
 * @param usedOn campaign's date of its last use, or from which on its term counts; null: not yet
 * @param name the vault's ref of its name; null without one
 */
public record Device(
    String device,
    String team,
    String secretHash,
    Instant issuedAt,
    Instant enrolledAt,
    @Nullable Over over,
    @Nullable LocalDate usedOn,
    @Nullable String name) {
  /** Days of a running campaign without use after which a token ends. */
  public static final int TERM_DAYS = 60;

  /**
   * The end of a token.
   *
   * @param unused whether it ended for disuse; else a leader revoked it
   */
  public record Over(boolean unused, Instant at) {}

  public static @Nullable Device evolve(@Nullable Device device, AccessFact fact) {
    if (fact instanceof DeviceEnrolled(String id, String team, String hash, Instant at)) {
      return new Device(id, team, hash, at, at, null, null, null);
    }
    return device == null ? null : device.after(fact);
  }

  private Device after(AccessFact fact) {
    return switch (fact) {
      case DeviceTokenRenewed(String hash, Instant at) ->
          new Device(device, team, hash, at, enrolledAt, over, usedOn, name);
      case DeviceRevoked f -> over(new Over(false, f.at()));
      case DeviceEnded f -> over(new Over(true, f.at()));
      case DeviceUsed f -> usedOn(f.day());
      case DeviceTermBegun f -> usedOn(f.day());
      case DeviceNamed f ->
          new Device(device, team, secretHash, issuedAt, enrolledAt, over, usedOn, f.name());
      default -> this;
    };
  }

  private Device over(Over how) {
    return new Device(device, team, secretHash, issuedAt, enrolledAt, how, usedOn, name);
  }

  private Device usedOn(LocalDate day) {
    return new Device(device, team, secretHash, issuedAt, enrolledAt, over, day, name);
  }

  /** Whether its token is no longer valid, for whatever reason. */
  public boolean isOver() {
    return over != null;
  }

  /** Whether a leader has revoked it. */
  public boolean revoked() {
    return over != null && !over.unused();
  }

  /** Whether it ended for disuse. */
  public boolean isUnused() {
    return over != null && over.unused();
  }

  /** Whether its use on a day is not yet on record. */
  public boolean isNewsThatItIsUsed(LocalDate today) {
    return usedOn == null || usedOn.isBefore(today);
  }

  /** Whether its term has passed by a day of a running campaign. */
  public boolean isTermOver(LocalDate today) {
    return usedOn != null && ChronoUnit.DAYS.between(usedOn, today) > TERM_DAYS;
  }
}
