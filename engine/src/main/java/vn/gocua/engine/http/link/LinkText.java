package vn.gocua.engine.http.link;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import vn.gocua.base.text.NormalText;

/** The path of a link as a person would read it. */
final class LinkText {
  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");
  private static final Pattern SPACES = Pattern.compile("[\\p{Cc}\\p{Z}]+");

  private static final Pattern SLASHES = Pattern.compile("/{2,}");

  private LinkText() {}

  /**
   * The text with its escapes resolved, full-width letters made plain, spaces and line ends as one
   * space, and no zero-width characters. An escape that is none becomes U+FFFD, which no code has.
   *
   * @param path in ASCII, with its percent signs
   */
  static String plain(String path) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c != '%') {
        bytes.write(c < 0x80 ? c : 0xff);
        continue;
      }
      int high = i + 1 < path.length() ? Character.digit(path.charAt(i + 1), 16) : -1;
      int low = i + 2 < path.length() ? Character.digit(path.charAt(i + 2), 16) : -1;
      boolean escape = high >= 0 && low >= 0;
      bytes.write(escape ? high * 16 + low : 0xff);
      i += escape ? 2 : 0;
    }
    String text = NormalText.composed(NormalText.plainest(bytes.toString(StandardCharsets.UTF_8)));
    String seen = SPACES.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll(" ");
    return SLASHES.matcher(seen).replaceAll("/");
  }
}
