package vn.gocua.kiosk.resident.keyboard;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What has been written so far, and what each key makes of it. The text is composed (NFC) at every
 * moment; a tone stands where it belongs from the moment it is given, and moves when letters
 * follow.
 */
public final class Typing {
  /** When letters are written large by themselves. */
  public enum Capitals {
    /** The first letter of every word: names. */
    WORDS,
    /** The first letter: addresses. */
    FIRST,
    NEVER
  }

  private final Capitals capitals;
  private final int longest;
  private String text = "";
  private boolean newStyle;
  private boolean shift;

  /**
   * @param longest how many letters fit
   */
  public Typing(Capitals capitals, int longest) {
    this.capitals = capitals;
    this.longest = longest;
  }

  public String text() {
    return text;
  }

  /** What is kept: without spaces before, after and doubled. */
  public String value() {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** Whether the next letter will be large. */
  public boolean isLarge() {
    return shift != capitalIsDue();
  }

  /** Turns the size of the next letter round. */
  public void shift() {
    shift = !shift;
  }

  /** A letter, a digit, a space or a sign. */
  public void type(char key) {
    if (text.length() >= longest || (key == ' ' && (text.isEmpty() || text.endsWith(" ")))) {
      return;
    }
    char written = isLarge() ? Character.toUpperCase(key) : Character.toLowerCase(key);
    shift = false;
    if (!Character.isLetter(written)) {
      newStyle = false;
      text += written;
      return;
    }
    respell(text + written);
  }

  /**
   * A tone for the last syllable. The tone that it has already: where two spellings are in use, the
   * other one; else it is taken off.
   */
  public void tone(Tone tone) {
    int start = Syllable.start(text);
    String syllable = text.substring(start);
    @Nullable Tone next = tone;
    if (Syllable.tone(syllable) == tone) {
      if (Syllable.isWrittenBothWays(syllable) && !newStyle) {
        newStyle = true;
      } else {
        newStyle = false;
        next = null;
      }
    }
    text = text.substring(0, start) + Syllable.with(next, syllable, newStyle);
  }

  /** Takes back the last letter's tone, else the last letter. */
  public void backspace() {
    if (text.isEmpty()) {
      return;
    }
    shift = false;
    String last = text.substring(text.length() - 1);
    String rest = text.substring(0, text.length() - 1);
    if (Syllable.tone(last) != null) {
      text = rest + Syllable.plain(last);
      return;
    }
    respell(rest);
  }

  public void clear() {
    text = "";
    shift = false;
    newStyle = false;
  }

  /** Puts the tone of the last syllable where it belongs now. */
  private void respell(String written) {
    int start = Syllable.start(written);
    String syllable = written.substring(start);
    if (!Syllable.isWrittenBothWays(syllable)) {
      newStyle = false;
    }
    String spelt = Syllable.with(Syllable.tone(syllable), syllable, newStyle);
    text = Normalizer.normalize(written.substring(0, start) + spelt, Normalizer.Form.NFC);
  }

  private boolean capitalIsDue() {
    return switch (capitals) {
      case WORDS -> text.isEmpty() || text.endsWith(" ");
      case FIRST -> text.isEmpty();
      case NEVER -> false;
    };
  }

  /** Letters without any marks, small, as searches compare them: «Hồng Vân» → «hong van». */
  public static String folded(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd')
        .replace('Đ', 'D')
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("\\s+", " ");
  }
}
