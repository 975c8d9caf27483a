package vn.gocua.base.text;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shortens input for messages and logs: enough to be recognised. Clients do not choose the length
 * of an answer.
 */
public final class Brief {
  /** Characters. */
  static final int LONGEST = 160;

  private static final int MOST = 100;

  private Brief() {}

  /** The text, or its beginning and three dots. */
  public static String text(@Nullable Object said) {
    String text = NormalText.whole(String.valueOf(said));
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** Arguments of a text, shortened; a list in a row. */
  public static Object[] all(List<?> said) {
    return said.stream()
        .map(each -> each instanceof Collection<?> list ? list(list) : text(each))
        .toArray();
  }

  /** The texts in a row, each brief; the first of them if they are too many to be read. */
  public static String list(Collection<?> said) {
    String texts = said.stream().limit(MOST).map(Brief::text).collect(Collectors.joining(", "));
    return said.size() > MOST ? texts + ", …" : texts;
  }
}
