package vn.gocua.engine.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.FoldedText;
import vn.gocua.base.text.NormalText;
import vn.gocua.engine.campaign.CodedName;

/**
 * Hamlets by how people write them. A name with all its marks means itself; without any mark it
 * means the one that is so without its marks; «Thôn X» means X. Names may have commas in them.
 */
final class HamletNames {
  private static final Pattern SEPARATOR = Pattern.compile("[;,\\n]");

  /** What people write before a hamlet's name. */
  private static final Set<String> BEFORE = RosterTable.words("roster.hamlets.before");

  /** Characters by which a match may be longer than the longest name: marks and spaces. */
  private static final int SPARE = 20;

  private static final int MOST_KEPT = 10_000;

  private final Map<String, CodedName> exact = new HashMap<>();
  private final Map<String, CodedName> codes = new HashMap<>();
  private final Map<String, List<CodedName>> spelt = new HashMap<>();
  private final Map<String, List<CodedName>> folded = new HashMap<>();
  private final Map<String, List<CodedName>> bare = new HashMap<>();
  private final Set<String> asWritten = new HashSet<>();

  /** What was read, as it is kept: files repeat it row by row. */
  private final Map<String, String> read = new HashMap<>();

  private boolean prefixed;
  private int mostPieces = 1;
  private int longest;

  /** What a written name means: a hamlet, several, or none that is known. */
  record Match(List<CodedName> hamlets) {
    static final Match NONE = new Match(List.of());

    @Nullable CodedName only() {
      return hamlets.size() == 1 ? hamlets.getFirst() : null;
    }

    boolean isUnclear() {
      return hamlets.size() > 1;
    }
  }

  HamletNames(List<CodedName> known) {
    known.forEach(this::add);
  }

  void add(CodedName hamlet) {
    String name = FoldedText.kept(hamlet.name());
    exact.putIfAbsent(name, hamlet);
    asWritten.add(hamlet.code());
    codes.putIfAbsent(hamlet.code().toLowerCase(Locale.ROOT), hamlet);
    list(spelt, spelling(name), hamlet);
    list(folded, FoldedText.of(name), hamlet);
    list(bare, FoldedText.of(withoutWord(name)), hamlet);
    String rest = withoutWord(name);
    prefixed |= !rest.equals(name) && Character.isLetter(rest.codePointAt(0));
    mostPieces = Math.max(mostPieces, (int) SEPARATOR.matcher(name).results().count() + 1);
    longest = Math.max(longest, name.length());
  }

  private static void list(Map<String, List<CodedName>> map, String key, CodedName hamlet) {
    map.computeIfAbsent(key, _ -> new ArrayList<>()).add(hamlet);
  }

  boolean hasCode(String code) {
    return codes.containsKey(code.toLowerCase(Locale.ROOT));
  }

  Set<String> codes() {
    return Collections.unmodifiableSet(asWritten);
  }

  /** What a name means; {@code name} as it is kept. */
  Match find(String name) {
    if (name.length() > longest + SPARE) {
      return Match.NONE;
    }
    CodedName same = exact.get(name);
    if (same != null) {
      return new Match(List.of(same));
    }
    List<CodedName> found = spelt.get(spelling(name));
    String fold = FoldedText.of(name);
    boolean unmarked =
        name.toLowerCase(Locale.ROOT).equals(FoldedText.bare(name).toLowerCase(Locale.ROOT));
    if (found == null && unmarked) {
      found = folded.get(fold);
    }
    if (found == null) {
      CodedName coded = codes.get(name.toLowerCase(Locale.ROOT));
      found = coded == null ? null : List.of(coded);
    }
    if (found == null) {
      String rest = withoutWord(name);
      found =
          bare.getOrDefault(FoldedText.of(rest), List.of()).stream()
              .filter(h ->
                  unmarked
                      || spelling(withoutWord(FoldedText.kept(h.name()))).equals(spelling(rest)))
              .toList();
    }
    return found.isEmpty() ? Match.NONE : new Match(List.copyOf(found));
  }

  /** Hamlets whose names differ from this one in marks only. */
  List<CodedName> alike(String name) {
    return name.length() > longest + SPARE
        ? List.of()
        : bare.getOrDefault(FoldedText.of(withoutWord(name)), List.of());
  }

  /** The name that a new hamlet gets: «Thôn Mới» is Mới, where no hamlet has the word before it. */
  String offered(String name) {
    String rest = withoutWord(name);
    boolean word = rest.length() > 1 && Character.isLetter(rest.charAt(0));
    return word && !prefixed ? rest : name;
  }

  private static String withoutWord(String name) {
    int space = name.indexOf(' ');
    boolean word = space > 0 && BEFORE.contains(FoldedText.of(name.substring(0, space)));
    String rest = word ? name.substring(space + 1).strip() : "";
    return rest.isEmpty() ? name : rest;
  }

  /** A name whatever its capitals, and wherever in a syllable its tone stands: hòa is hoà. */
  private static String spelling(String name) {
    return Arrays.stream(NormalText.apart(name.toLowerCase(Locale.ROOT)).split(" ", -1))
        .map(syllable -> {
          char[] letters = syllable.toCharArray();
          Arrays.sort(letters);
          return FoldedText.bare(syllable) + new String(letters);
        })
        .collect(Collectors.joining(" "));
  }

  /** The names in a cell, as they are kept; one with a comma in it is one name if it is known. */
  List<String> names(String cell) {
    List<Integer> ends = new ArrayList<>();
    Matcher separators = SEPARATOR.matcher(cell);
    while (separators.find()) {
      ends.add(separators.start());
    }
    ends.add(cell.length());
    List<String> names = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < ends.size(); i++) {
      int last = longest(cell, begin, ends, i);
      String piece = cell.substring(begin, ends.get(last));
      String name = piece.isBlank() ? "" : kept(piece);
      if (!name.isEmpty()) {
        names.add(name);
      }
      begin = ends.get(last) + 1;
      i = last;
    }
    return names;
  }

  private String kept(String piece) {
    String name = read.get(piece);
    if (name == null) {
      name = FoldedText.kept(piece);
      if (read.size() < MOST_KEPT) {
        read.put(piece, name);
      }
    }
    return name;
  }

  /** Index of the end up to which the pieces are one known name. */
  private int longest(String cell, int begin, List<Integer> ends, int first) {
    boolean broken = ends.get(first) < cell.length() && cell.charAt(ends.get(first)) == '\n';
    int most = Math.max(mostPieces, broken ? 2 : 1);
    for (int last = Math.min(ends.size(), first + most) - 1; last > first; last--) {
      if (ends.get(last) - begin <= longest + SPARE) {
        String name = FoldedText.kept(cell.substring(begin, ends.get(last)));
        if (exact.containsKey(name) || spelt.containsKey(spelling(name))) {
          return last;
        }
      }
    }
    return first;
  }

  /** Hamlets as a cell has them, so that reading it gives the same: by name, else by code. */
  String written(List<String> served) {
    Map<String, String> names = new HashMap<>();
    exact.values().forEach(hamlet -> names.put(hamlet.code(), hamlet.name()));
    spelt.values().forEach(all -> all.forEach(h -> names.putIfAbsent(h.code(), h.name())));
    String cell =
        served.stream()
            .map(code -> names.getOrDefault(code, code))
            .collect(Collectors.joining("; "));
    Set<String> read = new LinkedHashSet<>();
    names(cell)
        .forEach(name -> {
          CodedName hamlet = find(name).only();
          read.add(hamlet == null ? "" : hamlet.code());
        });
    boolean same = List.copyOf(read).equals(List.copyOf(new LinkedHashSet<>(served)));
    return same ? cell : String.join("; ", served);
  }

  /** A code that is free, made of a name. */
  String freeCode(String name, Map<String, Integer> alike) {
    String plain = FoldedText.code(name);
    String code = plain;
    while (hasCode(code)) {
      code = plain + "-" + alike.merge(plain, 2, (n, _) -> n + 1);
    }
    return code;
  }
}
