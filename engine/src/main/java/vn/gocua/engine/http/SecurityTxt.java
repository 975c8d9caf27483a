package vn.gocua.engine.http;

import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import vn.gocua.base.text.Language;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * Serves {@code security.txt} of RFC 9116. It is made for each request, so that it never expires
 * while the engine runs. Without a contact there is none.
 */
public final class SecurityTxt {
  /** The standard path. */
  public static final String PATH = "/.well-known/security.txt";

  private static final Period GOOD_FOR = Period.ofDays(30);

  private SecurityTxt() {}

  /**
   * Serves it.
   *
   * @param contacts addresses such as {@code mailto:…}, the preferred first; may be empty
   * @param publicUrl without a slash at its end
   * @param clock real time, not the campaign's
   */
  public static void mount(Router router, List<String> contacts, String publicUrl, Clock clock) {
    router
        .get(PATH)
        .handler(ctx -> {
          if (contacts.isEmpty()) {
            throw Refusal.of(RequestReason.NO_SECURITY_CONTACT);
          }
          var _ =
              ctx.response()
                  .putHeader("content-type", "text/plain; charset=utf-8")
                  .putHeader("cache-control", "max-age=86400")
                  .end(text(contacts, publicUrl, clock));
        });
  }

  private static String text(List<String> contacts, String publicUrl, Clock clock) {
    ZonedDateTime expires =
        clock.instant().atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).plus(GOOD_FOR);
    StringBuilder text = new StringBuilder();
    contacts.forEach(contact -> text.append("Contact: ").append(contact).append('\n'));
    return text.append("Expires: ")
        .append(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(expires))
        .append("\nPreferred-Languages: ")
        .append(Language.all().stream().map(Language::tag).collect(Collectors.joining(", ")))
        .append("\nCanonical: ")
        .append(publicUrl)
        .append(PATH)
        .append('\n')
        .toString();
  }
}
