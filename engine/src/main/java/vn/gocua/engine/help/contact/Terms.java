package vn.gocua.engine.help.contact;

import java.time.Duration;
import vn.gocua.engine.config.Settings;

/**
 * How long personal data is kept.
 *
 * @param waiting the longest wait for what it was given for
 * @param retention the time after the end of that
 */
public record Terms(Duration waiting, Duration retention) {

  /** The terms that the settings name. */
  public static Terms of(Settings settings) {
    return new Terms(
        Duration.ofDays(settings.expiryDays()), Duration.ofDays(settings.retentionDays()));
  }
}
