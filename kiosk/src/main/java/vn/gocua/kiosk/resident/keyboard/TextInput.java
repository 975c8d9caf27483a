package vn.gocua.kiosk.resident.keyboard;

import vn.gocua.base.text.NormalText;

/**
 * Typed text, changed key by key. It is composed (NFC) at every moment. A tone is put where it
 * belongs at once, and moves within its syllable when letters follow. Deleting a letter leaves the
 * rest unchanged.
 */
public final class TextInput {
  /** Automatic capital letters. */
  public enum Capitals {
    /** The first letter of every word, for names. */
    WORDS,
    /** The first letter: addresses. */
    FIRST,
    NEVER
  }

  private final Capitals capitals;
  private final int longest;
  private String text = "";
  private boolean shift;

  /**
   * @param longest how many letters fit
   */
  public TextInput(Capitals capitals, int longest) {
    this.capitals = capitals;
    this.longest = longest;
  }

  public String text() {
    return text;
  }

  /** The text without spaces before, after and doubled. */
  public String value() {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** Whether the next letter will be a capital. */
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
    text = Character.isLetter(written) ? spelt(text + written) : text + written;
  }

  /**
   * A tone for the last syllable. The tone that it has already: where two spellings are in use, the
   * other one; else it is taken off.
   */
  public void tone(Tone tone) {
    int start = Syllable.start(text);
    String syllable = text.substring(start);
    boolean again = Syllable.tone(syllable) == tone;
    boolean newStyle =
        again && Syllable.isWrittenBothWays(syllable) && !Syllable.isNewStyle(syllable);
    text =
        text.substring(0, start)
            + Syllable.with(again && !newStyle ? null : tone, syllable, newStyle);
  }

  /** Deletes the last letter's tone, else the last letter. */
  public void backspace() {
    if (text.isEmpty()) {
      return;
    }
    shift = false;
    String last = text.substring(text.length() - 1);
    String rest = text.substring(0, text.length() - 1);
    text = Syllable.tone(last) != null ? rest + Syllable.plain(last) : rest;
  }

  public void clear() {
    text = "";
    shift = false;
  }

  /** The tone of the last syllable where it belongs now that a letter has followed. */
  private static String spelt(String written) {
    int start = Syllable.start(written);
    String syllable = written.substring(start);
    String spelt = Syllable.with(Syllable.tone(syllable), syllable, false);
    return NormalText.composed(written.substring(0, start) + spelt);
  }

  private boolean capitalIsDue() {
    return switch (capitals) {
      case WORDS -> text.isEmpty() || text.endsWith(" ");
      case FIRST -> text.isEmpty();
      case NEVER -> false;
    };
  }
}
