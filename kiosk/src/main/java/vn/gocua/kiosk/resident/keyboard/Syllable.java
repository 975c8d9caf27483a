package vn.gocua.kiosk.resident.keyboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.NormalText;

/**
 * Finds the vowel that carries the tone in a Vietnamese syllable. It is the last vowel with a mark
 * of its own (ă â ê ô ơ ư). Otherwise it is the one before the last of an open group (mùa, hòa), or
 * the last of a closed one (hoàn, quýt). The u of «qu» and the i of «gi» belong to the consonant.
 * An open oa, oe or uy is written both ways (hòa, hoà): {@code newStyle} chooses.
 */
final class Syllable {
  private static final String VOWELS = "aăâeêioôơuưy";
  private static final String MARKED = "ăâêôơư";
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

  private Syllable() {}

  static boolean isVowel(int letter) {
    return VOWELS.indexOf(Character.toLowerCase(bare((char) letter))) >= 0;
  }

  /**
   * Start of the last syllable: the last run of letters, or after the vowels of a syllable written
   * together with it (Đắklắk).
   */
  static int start(String text) {
    int start = before(text.length(), text, c -> Character.isLetter(c) && !isVowel(c));
    start = before(start, text, Syllable::isVowel);
    return before(start, text, c -> Character.isLetter(c) && !isVowel(c));
  }

  private static int before(int end, String text, IntPredicate belongs) {
    int start = end;
    while (start > 0 && belongs.test(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** The tone of a syllable; null if it has none. */
  static @Nullable Tone tone(String syllable) {
    String apart = NormalText.apart(syllable);
    for (Tone tone : Tone.values()) {
      if (apart.indexOf(tone.mark) >= 0) {
        return tone;
      }
    }
    return null;
  }

  /** The syllable without its tone; marks that make other vowels stay. */
  static String plain(String syllable) {
    StringBuilder plain = new StringBuilder(syllable.length());
    for (char c : NormalText.apart(syllable).toCharArray()) {
      if (TONES.indexOf(c) < 0) {
        plain.append(c);
      }
    }
    return NormalText.composed(plain.toString());
  }

  /** The syllable with this tone (null: none) where it belongs; unchanged if it has no vowel. */
  static String with(@Nullable Tone tone, String syllable, boolean newStyle) {
    String plain = plain(syllable);
    int place = place(plain, newStyle);
    if (tone == null || place < 0) {
      return plain;
    }
    String vowel = NormalText.composed("" + plain.charAt(place) + tone.mark);
    return plain.substring(0, place) + vowel + plain.substring(place + 1);
  }

  /** Whether both spellings are in use: an open oa, oe or uy. */
  static boolean isWrittenBothWays(String syllable) {
    String plain = plain(syllable);
    return place(plain, false) != place(plain, true);
  }

  /** Whether the tone is in the newer spelling's place (hoà). */
  static boolean isNewStyle(String syllable) {
    Tone tone = tone(syllable);
    return tone != null
        && isWrittenBothWays(syllable)
        && syllable.equals(with(tone, syllable, true));
  }

  private static int place(String plain, boolean newStyle) {
    List<Integer> group = vowels(plain);
    if (group.isEmpty()) {
      return -1;
    }
    for (int i = group.size() - 1; i >= 0; i--) {
      if (MARKED.indexOf(Character.toLowerCase(plain.charAt(group.get(i)))) >= 0) {
        return group.get(i);
      }
    }
    boolean closed = group.getLast() < plain.length() - 1;
    if (group.size() == 1) {
      return group.getFirst();
    }
    if (group.size() > 2) {
      return group.get(1);
    }
    return closed || (newStyle && isGlide(plain, group)) ? group.get(1) : group.getFirst();
  }

  private static boolean isGlide(String plain, List<Integer> group) {
    String two =
        ("" + plain.charAt(group.get(0)) + plain.charAt(group.get(1))).toLowerCase(Locale.ROOT);
    return two.equals("oa") || two.equals("oe") || two.equals("uy");
  }

  /** The last group of vowels, without those that belong to «qu» and «gi». */
  private static List<Integer> vowels(String plain) {
    int end = plain.length() - 1;
    while (end >= 0 && !isVowel(plain.charAt(end))) {
      end--;
    }
    int begin = end;
    while (begin > 0 && isVowel(plain.charAt(begin - 1))) {
      begin--;
    }
    if (begin >= 1 && begin < end && belongsToConsonant(plain, begin)) {
      begin++;
    }
    List<Integer> group = new ArrayList<>();
    for (int i = begin; i <= end && end >= 0; i++) {
      group.add(i);
    }
    return group;
  }

  private static boolean belongsToConsonant(String plain, int vowel) {
    char before = Character.toLowerCase(plain.charAt(vowel - 1));
    char letter = Character.toLowerCase(plain.charAt(vowel));
    return (before == 'q' && letter == 'u') || (before == 'g' && letter == 'i' && vowel == 1);
  }

  private static char bare(char letter) {
    String plain = plain(String.valueOf(letter));
    return plain.isEmpty() ? letter : plain.charAt(0);
  }
}
