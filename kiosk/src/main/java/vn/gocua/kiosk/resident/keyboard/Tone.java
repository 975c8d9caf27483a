package vn.gocua.kiosk.resident.keyboard;

/** The five tone marks of Vietnamese, as Unicode combines them with a vowel. */
public enum Tone {
  SAC('\u0301', "á"),
  HUYEN('\u0300', "à"),
  HOI('\u0309', "ả"),
  NGA('\u0303', "ã"),
  NANG('\u0323', "ạ");

  final char mark;
  private final String example;

  Tone(char mark, String example) {
    this.mark = mark;
    this.example = example;
  }

  /** The tone on an «a», as its key shows it. */
  public String example() {
    return example;
  }
}
