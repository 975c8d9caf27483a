package vn.gocua.engine.roster;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is wrong with a row of the roster.
 *
 * @param code stable; the message in the asker's language is found by it
 * @param arguments what the message names
 */
record RosterError(String code, List<String> arguments) {
  static RosterError of(String code, Object... arguments) {
    return new RosterError(code, Stream.of(arguments).map(String::valueOf).toList());
  }
}
