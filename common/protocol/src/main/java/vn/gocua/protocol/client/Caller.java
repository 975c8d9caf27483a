package vn.gocua.protocol.client;

import org.jspecify.annotations.Nullable;

/**
 * In whose name the engine is asked.
 *
 * @param token of a session, a phone or a kiosk; null where none is needed
 * @param language in which the engine's texts come: {@code vi}, {@code en}; null: its own choice
 * @param screen the code of the kiosk's screen, by which some calls are limited; empty if unknown
 */
public record Caller(@Nullable String token, @Nullable String language, String screen) {
  /** Somebody who shows nothing. */
  public static final Caller ANYBODY = new Caller(null, null, "");

  public Caller(@Nullable String token, @Nullable String language) {
    this(token, language, "");
  }

  /** Somebody with a token, whom the engine's texts do not concern. */
  public static Caller with(String token) {
    return new Caller(token, null);
  }

  /** The same, at a screen. */
  public Caller at(String code) {
    return new Caller(token, language, code);
  }

  @Override
  public String toString() {
    return "caller"; // The token stays out of logs.
  }
}
