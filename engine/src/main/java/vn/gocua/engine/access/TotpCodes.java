package vn.gocua.engine.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.state.AccessFact;
import vn.gocua.engine.access.state.AccessFact.TotpCodeRefused;
import vn.gocua.engine.access.state.AccessFact.TotpStepUsed;
import vn.gocua.engine.rights.Tokens;
import vn.gocua.engine.state.Repositories;
import vn.gocua.engine.state.Repository;
import vn.gocua.engine.state.StreamKind;
import vn.gocua.protocol.access.AccessReason;
import vn.gocua.protocol.access.TotpSetupInfo;
import vn.gocua.protocol.refusal.Refusal;

/**
 * Checks codes of authenticators, each of which is valid once. The journal records used codes.
 * Calls block.
 */
final class TotpCodes {
  private final Repository<AccessFact, TotpUse> uses;
  private final Function<String, byte[]> secrets;
  private final Clock clock;

  /**
   * @param secrets gives at least 20 bytes, secret and different, for a seed
   */
  TotpCodes(Repositories repositories, Function<String, byte[]> secrets, Clock clock) {
    this.uses =
        repositories.plain(
            new StreamKind<>(
                repositories.campaign() + "/totp/", AccessFact.FACTS, TotpUse::evolve));
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Makes the data for a new authenticator. Stores nothing. */
  TotpSetupInfo begin(String username) {
    String seed = Tokens.secret();
    byte[] secret = secret(username, seed);
    return new TotpSetupInfo(seed, Totp.base32(secret), Totp.uri(username, secret));
  }

  /**
   * Whether a code is right and unused; uses it up.
   *
   * @param known whether a known browser shows it
   * @throws Refusal if too many were wrong
   */
  boolean take(String username, String seed, String code, boolean known) {
    Instant now = clock.instant();
    OptionalLong step = Totp.step(secret(username, seed), code, now);
    Outcome outcome = new Outcome();
    Repository.Decided<TotpUse> decided =
        uses.decided(
            username,
            so -> {
              TotpUse use = so == null ? TotpUse.NONE : so;
              outcome.stopped = use.stopped(seed, known, now);
              outcome.right =
                  outcome.stopped.isZero()
                      && step.isPresent()
                      && use.isFresh(seed, step.getAsLong());
              if (!outcome.stopped.isZero()) {
                return null;
              }
              Boolean mark = known ? true : null;
              return outcome.right
                  ? new TotpStepUsed(seed, step.getAsLong(), mark, now)
                  : new TotpCodeRefused(seed, mark, now);
            });
    if (!outcome.stopped.isZero()) {
      throw Refusal.forNow(AccessReason.TOO_MANY_CODES, outcome.stopped);
    }
    return outcome.right && decided.first();
  }

  /** Whether the first code of a new authenticator is right and unused; uses it up. */
  boolean takeFirst(String username, String seed, String code) {
    Instant now = clock.instant();
    OptionalLong step = Totp.step(secret(username, seed), code, now);
    return step.isPresent()
        && uses.decided(
                username,
                so ->
                    (so == null ? TotpUse.NONE : so).isFresh(seed, step.getAsLong())
                        ? new TotpStepUsed(seed, step.getAsLong(), null, now)
                        : null)
            .first();
  }

  private static final class Outcome {
    private Duration stopped = Duration.ZERO;
    private boolean right;
  }

  private byte[] secret(String username, @Nullable String seed) {
    return Arrays.copyOf(secrets.apply(username + "\n" + seed), Totp.SECRET_BYTES);
  }
}
