package vn.gocua.engine.roster;

import java.util.List;
import java.util.stream.Stream;

/**
 * A fault in a row of the roster.
 *
 * @param code stable; key of the user's message
 * @param arguments of the message
 */
record RosterError(String code, List<String> arguments) {
  static RosterError of(String code, Object... arguments) {
    return new RosterError(code, Stream.of(arguments).map(String::valueOf).toList());
  }
}
