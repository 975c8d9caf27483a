package vn.gocua.engine.access;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.engine.fact.AuditSource;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;
import vn.gocua.engine.fact.Told;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.rights.RateLimiter;

/**
 * Records failed sign-ins in the journal. Unknown names are not kept: one may be a password typed
 * into the wrong field. Callers do not wait for the record, so that a wrong password takes no
 * longer than a wrong name.
 */
public final class SignInLog {
  private static final Logger log = LoggerFactory.getLogger(SignInLog.class);
  private static final String UNKNOWN = "unknown";

  private static final String FAILED = "sign-in-failed/1";
  private static final String LOCKED = "sign-in-locked/1";

  private static final FactTypes<Record> FACTS =
      FactTypes.only(
          "a sign-in",
          FactType.of(FAILED, SignInFailed.class)
              .audited("sign-in-failed", SignInFailed::username, SignInFailed::at)
              .about(SignInFailed::username)
              .with("why", SignInFailed::why),
          FactType.of(LOCKED, SignInLocked.class)
              .audited("sign-in-locked", SignInLocked::username, SignInLocked::at)
              .about(SignInLocked::username));

  private final String prefix;
  private final GroupCommit commit;
  private final Clock clock;
  private final RateLimiter strangers = new RateLimiter(10, Duration.ofMinutes(1));

  /** Keeps long guessing from filling the journal. */
  private final RateLimiter ofAccount = new RateLimiter(50, Duration.ofMinutes(5));

  private final RateLimiter locks = new RateLimiter(1, Duration.ofMinutes(10));

  SignInLog(String campaign, GroupCommit commit, Clock clock) {
    this.prefix = prefix(campaign);
    this.commit = commit;
    this.clock = clock;
  }

  private static String prefix(String campaign) {
    return campaign + "/sign-ins/";
  }

  /** Finds failed sign-ins for a campaign's audit. */
  public static AuditSource audited(String campaign) {
    return AuditSource.of(prefix(campaign), FACTS, (fact, _) -> told(fact));
  }

  private static Told told(Record fact) {
    return fact instanceof SignInFailed f
        ? Told.NOTHING.in(f.username().equals(UNKNOWN) ? UNKNOWN : f.why())
        : Told.NOTHING;
  }

  /**
   * A sign-in failed.
   *
   * @param why a code
   */
  record SignInFailed(String username, String why, Instant at) {}

  /** Too many tries: the account's next ones have to wait. */
  record SignInLocked(String username, Instant at) {}

  void failed(@Nullable String username, String why) {
    RateLimiter records = username == null ? strangers : ofAccount;
    if (records.take(username == null ? UNKNOWN : username).isZero()) {
      String name = username == null ? UNKNOWN : username;
      append(FAILED, new SignInFailed(name, why, clock.instant()));
    }
  }

  /**
   * @param exists whether the account exists; seldom called
   */
  void locked(String username, BooleanSupplier exists) {
    if (locks.take(username).isZero() && exists.getAsBoolean()) {
      append(LOCKED, new SignInLocked(username, clock.instant()));
    }
  }

  private void append(String type, Object fact) {
    LocalDate date = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String id = UuidCreator.getTimeOrderedEpoch().toString();
    var _ =
        commit
            .append(List.of(event(id, prefix + date, type, fact)))
            .whenComplete((_, e) -> {
              if (e != null) {
                log.warn("a failed sign-in could not be put on record", e);
              }
            });
  }

  static Event event(String id, String stream, String type, Object fact) {
    return new Event(id, stream, type, EventCodec.json(fact), "{}");
  }
}
