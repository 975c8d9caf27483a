package vn.gocua.engine.checkin;

import java.util.List;

/**
 * Why something is not taken.
 *
 * @param code stable, English, kebab-case; the message in the user's language is found by it
 * @param arguments what the message names: a field, a value, a bound
 */
public record Rejection(String code, List<String> arguments) {
  public static Rejection of(String code, Object... arguments) {
    return new Rejection(code, java.util.stream.Stream.of(arguments).map(String::valueOf).toList());
  }
}
