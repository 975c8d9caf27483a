package vn.gocua.kiosk.screen;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.gocua.base.text.NormalText;

/**
 * A ticket in what was scanned, typed or pasted: its code, and the secret of its link.
 *
 * @param secret empty if there is none, or not a whole one
 */
public record TicketText(String code, String secret) {
  private static final Pattern TICKET =
      Pattern.compile("(?:^|#)([A-Z]{2}-[0-9]{4,12})(?![0-9])(?:\\.([A-Za-z0-9_-]{22}))?");

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Z}\\p{Cc}]+");
  private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u2212]");
  private static final Pattern BEHIND = Pattern.compile("\\..*");

  /** The ticket in a scanned text, whatever follows it; empty if it is something else. */
  public static Optional<TicketText> scanned(String text) {
    Matcher found = TICKET.matcher(text.strip());
    return found.find()
        ? Optional.of(new TicketText(found.group(1), found.group(2) == null ? "" : found.group(2)))
        : Optional.empty();
  }

  /**
   * The code alone in what a person has typed or pasted: with spaces, full-width letters, another
   * dash, in small letters, or in a link that an app has changed.
   */
  public static Optional<String> code(String text) {
    String plain = UNSEEN.matcher(NormalText.plainest(text)).replaceAll("");
    String link = DASH.matcher(plain).replaceAll("-").replace("%23", "#");
    int hash = link.indexOf('#');
    String behind = BEHIND.matcher(link.substring(hash + 1)).replaceAll("");
    return scanned(behind.toUpperCase(Locale.ROOT)).map(TicketText::code);
  }
}
