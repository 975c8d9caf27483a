package vn.gocua.engine.checkin;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gocua.base.text.Brief;
import vn.gocua.base.text.Texts;
import vn.gocua.protocol.refusal.Refusal;

/**
 * Why an item is rejected.
 *
 * @param code stable, English, kebab-case; key of the user's message
 * @param arguments of the message: a field, a value, a bound
 */
public record Rejection(String code, List<String> arguments) {
  public static Rejection of(String code, Object... arguments) {
    return new Rejection(code, Stream.of(arguments).map(String::valueOf).toList());
  }

  /** Why it could not even be read. */
  static Rejection of(Refusal why) {
    return new Rejection(why.code(), why.arguments().stream().map(Rejection::said).toList());
  }

  /** The message, in the language of those texts. */
  public String message(Texts texts) {
    return texts.get(code, Brief.all(arguments));
  }

  private static String said(Object argument) {
    return argument instanceof Collection<?> choices
        ? choices.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : String.valueOf(argument);
  }
}
