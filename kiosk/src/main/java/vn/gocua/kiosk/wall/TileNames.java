package vn.gocua.kiosk.wall;

import java.util.List;
import java.util.stream.Stream;

/** Shortens names for the tiles. */
final class TileNames {
  /** Names up to this length are not shortened. */
  private static final int FITS = 16;

  private TileNames() {}

  /** Names without their common first words if some are long: a tile would show little else. */
  static List<String> of(List<String> names) {
    if (names.size() < 2 || names.stream().allMatch(name -> name.length() <= FITS)) {
      return names;
    }
    List<String[]> words = names.stream().map(name -> name.split(" ")).toList();
    int shared = 0;
    while (allShare(words, shared)) {
      shared++;
    }
    int skipped = shared;
    return words.stream()
        .map(name -> String.join(" ", Stream.of(name).skip(skipped).toList()))
        .toList();
  }

  /** Whether all names have the same word there, and another one after it. */
  private static boolean allShare(List<String[]> names, int at) {
    return names.stream()
        .allMatch(name -> name.length > at + 1 && name[at].equals(names.getFirst()[at]));
  }
}
