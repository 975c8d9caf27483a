package vn.gocua.engine.guides;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Checks that an SVG only draws, so that it is safe within a page. */
final class SafeSvg {
  private static final int LONGEST = 64 * 1024;
  private static final Pattern ACTIVE =
      Pattern.compile(
          "<\\s*(script|foreignObject|iframe|image|use|a|style|animate|set)\\b"
              + "|\\son[a-z]+\\s*=|\\sstyle\\s*=|href\\s*=|javascript:|<!|<\\?",
          Pattern.CASE_INSENSITIVE);

  private SafeSvg() {}

  /** A picture is missing, or does more than draw. */
  static final class Unsafe extends Exception {
    private static final long serialVersionUID = 1L;
    private final String key;
    private final String detail;

    /**
     * @param key why, a key of the console's texts
     */
    Unsafe(String key, String detail) {
      super(key, null, false, false);
      this.key = key;
      this.detail = detail;
    }

    String key() {
      return key;
    }

    String detail() {
      return detail;
    }
  }

  /**
   * @throws Unsafe saying why it cannot be shown
   */
  static String read(Path file) throws Unsafe {
    String svg;
    try {
      if (Files.size(file) > LONGEST) {
        throw new Unsafe("svg-large", String.valueOf(LONGEST / 1024));
      }
      svg = Files.readString(file).strip();
    } catch (IOException e) {
      throw new Unsafe("svg-unread", e.getClass().getSimpleName());
    }
    if (!svg.startsWith("<svg") || !svg.endsWith("</svg>")) {
      throw new Unsafe("svg-whole", "");
    }
    var active = ACTIVE.matcher(svg);
    if (active.find()) {
      throw new Unsafe("svg-active", active.group().strip());
    }
    return svg;
  }
}
