package vn.gocua.protocol.client;

import org.jspecify.annotations.Nullable;

/**
 * Credentials and language of a call.
 *
 * @param token of a session, a phone or a kiosk; null where none is needed
 * @param language of the engine's texts: {@code vi}, {@code en}; null: the engine's choice
 * @param screen code of the kiosk's screen, by which some calls are limited; empty if unknown
 */
public record Caller(@Nullable String token, @Nullable String language, String screen) {
  /** A caller without a token. */
  public static final Caller ANYBODY = new Caller(null, null, "");

  public Caller(@Nullable String token, @Nullable String language) {
    this(token, language, "");
  }

  /** A caller with a token and no language. */
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
