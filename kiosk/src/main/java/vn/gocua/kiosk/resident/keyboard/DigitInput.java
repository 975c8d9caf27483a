package vn.gocua.kiosk.resident.keyboard;

/** Digits that are being written. */
public final class DigitInput {
  private final int longest;
  private String text = "";

  public DigitInput(int longest) {
    this.longest = longest;
  }

  public String text() {
    return text;
  }

  public void type(char digit) {
    if (text.length() < longest) {
      text += digit;
    }
  }

  public void backspace() {
    text = text.isEmpty() ? "" : text.substring(0, text.length() - 1);
  }

  public void clear() {
    text = "";
  }
}
