package vn.gocua.system.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The faults that the code had when a rule came, one text file a rule. Such a list only shrinks: a
 * fault that is not in it fails, and so does one that is in it and no longer in the code. A size
 * may go down, never up.
 *
 * @param folder where the lists are
 * @param write whether the lists are written anew; even then none grows
 */
record FrozenFaults(Path folder, boolean write) {
  private static final String HOW = "./gocua test -pl tools/system-tests -Dgocua.frozen=write";

  /** This module's lists; {@code -Dgocua.frozen=write} writes them. */
  static FrozenFaults ofTheHouse() {
    return new FrozenFaults(
        Path.of("src/test/frozen"), "write".equals(System.getProperty("gocua.frozen")));
  }

  /**
   * Holds what was found to what is frozen.
   *
   * @throws AssertionError if the two differ, or if a list that is to be written would grow
   */
  void check(Rule rule, Collection<Fault> found) {
    SortedMap<String, Fault> faults = new TreeMap<>();
    found.forEach(fault ->
        faults.merge(fault.key(), fault, (one, other) -> one.size() < other.size() ? other : one));
    SortedMap<String, Integer> frozen = read(rule);
    if (write) {
      if (frozen != null) {
        refuseGrowth(rule, faults, frozen);
      }
      write(rule, faults.values());
      return;
    }
    if (frozen == null) {
      throw new AssertionError("There is no list %s. Make it:\n  %s".formatted(path(rule), HOW));
    }
    compare(rule, faults, frozen);
  }

  private void compare(
      Rule rule, SortedMap<String, Fault> faults, SortedMap<String, Integer> frozen) {
    List<Fault> added = faultsNotIn(frozen, faults);
    List<String> gone = frozen.keySet().stream().filter(key -> !faults.containsKey(key)).toList();
    if (added.isEmpty() && gone.isEmpty()) {
      return;
    }
    StringBuilder message = new StringBuilder("House rule «%s»: ".formatted(rule.file()));
    message.append(rule.sentence());
    if (!added.isEmpty()) {
      message.append(
          lines("%d new. Mend them; the list of frozen faults only shrinks:", added, frozen));
    }
    if (!gone.isEmpty()) {
      message
          .append("\n%d mended. Take them out of %s:".formatted(gone.size(), path(rule)))
          .append("\n  ")
          .append(String.join("\n  ", gone))
          .append("\nAfter mending or renaming, this writes the lists anew:\n  ")
          .append(HOW);
    }
    throw new AssertionError(message.toString());
  }

  private static String lines(String head, List<Fault> faults, SortedMap<String, Integer> frozen) {
    StringBuilder lines = new StringBuilder("\n").append(head.formatted(faults.size()));
    for (Fault fault : faults) {
      Integer before = frozen.get(fault.key());
      lines.append("\n  ").append(fault.line());
      if (before != null) {
        lines.append(" (frozen: ").append(before).append(')');
      }
      if (!fault.where().isEmpty()) {
        lines.append("   ").append(fault.where());
      }
    }
    return lines.toString();
  }

  /** What is new, or larger than it was. */
  private static List<Fault> faultsNotIn(
      SortedMap<String, Integer> frozen, SortedMap<String, Fault> faults) {
    return faults.values().stream()
        .filter(fault -> {
          Integer before = frozen.get(fault.key());
          return before == null || fault.size() > before;
        })
        .toList();
  }

  /** A list that is written may exchange names; no size in it grows, nor does the whole. */
  private static void refuseGrowth(
      Rule rule, SortedMap<String, Fault> faults, SortedMap<String, Integer> frozen) {
    int weight = faults.values().stream().mapToInt(Fault::size).sum();
    int before = frozen.values().stream().mapToInt(Integer::intValue).sum();
    boolean grown =
        faultsNotIn(frozen, faults).stream().anyMatch(fault -> frozen.containsKey(fault.key()));
    if (grown || faults.size() > frozen.size() || weight > before) {
      throw new AssertionError(
          "The list of rule «%s» would grow from %d faults (%d in all) to %d (%d in all): %s"
                  .formatted(
                      rule.file(), frozen.size(), before, faults.size(), weight, rule.sentence())
              + lines("%d new. Mend them:", faultsNotIn(frozen, faults), frozen));
    }
  }

  /** What a rule's list holds; null if there is no list. */
  private @Nullable SortedMap<String, Integer> read(Rule rule) {
    SortedMap<String, Integer> frozen = new TreeMap<>();
    try {
      if (!Files.exists(path(rule))) {
        return null;
      }
      for (String line : Files.readAllLines(path(rule))) {
        if (!line.isBlank() && !line.startsWith("#")) {
          int sign = line.lastIndexOf(" = ");
          String key = sign < 0 ? line : line.substring(0, sign);
          frozen.put(key, sign < 0 ? 0 : Integer.parseInt(line.substring(sign + 3)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return frozen;
  }

  private void write(Rule rule, Collection<Fault> faults) {
    List<String> lines = new ArrayList<>();
    lines.add("# " + rule.sentence());
    lines.add(
        "# Faults of before the rule. This list only shrinks; see «House rules» in CONTRIBUTING.md.");
    faults.forEach(fault -> lines.add(fault.line()));
    try {
      Files.createDirectories(folder);
      Files.write(path(rule), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path path(Rule rule) {
    return folder.resolve(rule.file() + ".txt");
  }
}
