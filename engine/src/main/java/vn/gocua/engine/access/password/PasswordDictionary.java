package vn.gocua.engine.access.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Words that are guessed first: leaked passwords and local words. */
final class PasswordDictionary {
  /** The commonest passwords, which are also combined with numbers and other words. */
  private static final int COMMONEST = 3_000;

  private static final int SHORTEST_COMMON = 4;
  private static final int SHORTEST_OF_PLACE = 4;
  private static final int LONGEST_NAME = 4;

  private static final List<String> LEAKED = leaked();

  /** Whole passwords: of the 30,000 that leaked most often, and our own, those long enough. */
  static final List<String> WHOLE =
      Stream.concat(LEAKED.stream(), lines("/common-passwords.txt"))
          .filter(word -> word.length() >= PasswordPolicy.SHORTEST)
          .distinct()
          .toList();

  /** The commonest passwords as pieces of longer ones. */
  static final List<String> COMMON =
      LEAKED.stream().limit(COMMONEST).filter(word -> word.length() >= SHORTEST_COMMON).toList();

  /** Words of the product, of posts and of such campaigns. */
  static final List<String> KNOWN = lines("/password-words.txt").toList();

  private PasswordDictionary() {}

  /** Words made of the place's names, single and combined, without diacritics. */
  static List<String> ofPlace(Collection<String> names) {
    Set<String> words = new TreeSet<>();
    for (String name : names) {
      for (String phrase : name.split("[^\\p{L}\\p{M}\\p{N} ]+", -1)) {
        addTo(words, Stream.of(phrase.split(" ", -1)).map(PasswordPolicy::plain).toList());
      }
    }
    return List.copyOf(words);
  }

  private static void addTo(Set<String> words, List<String> syllables) {
    for (int from = 0; from < syllables.size(); from++) {
      StringBuilder word = new StringBuilder();
      for (int to = from; to < Math.min(syllables.size(), from + LONGEST_NAME); to++) {
        word.append(syllables.get(to));
        // A syllable of a longer name counts as any syllable.
        boolean name = to > from || syllables.size() == 1;
        if (name && word.length() >= SHORTEST_OF_PLACE) {
          words.add(word.toString());
        }
      }
    }
  }

  /** In order: the commonest first. */
  private static List<String> leaked() {
    try {
      List<String> words = new ArrayList<>();
      for (String word : StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies()) {
        words.add(PasswordPolicy.plain(word));
      }
      return List.copyOf(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(String resource) {
    try (InputStream in = PasswordDictionary.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(PasswordPolicy::plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
