package vn.gocua.kiosk.wall;

import java.util.List;
import java.util.stream.Stream;

/** Names as they stand on the tiles. */
final class TileNames {
  /** Where all fit whole, nothing is left out. */
  private static final int FITS = 16;

  private TileNames() {}

  /**
   * What tells each name from its neighbours: where some are long, the words that all begin with
   * are left out, since a tile would show little else of them.
   */
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
