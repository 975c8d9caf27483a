package vn.gocua.kiosk.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import vn.gocua.base.text.Language;

/**
 * Serves {@code security.txt} of RFC 9116; the phones' address is the canonical one. Without a
 * contact there is none.
 */
final class SecurityTxtServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  static final String PATH = "/.well-known/security.txt";
  private static final Period GOOD_FOR = Period.ofDays(30);

  private final transient List<String> contacts;
  private final transient Clock clock;
  private final URI publicUrl;

  SecurityTxtServlet(List<String> contacts, URI publicUrl, Clock clock) {
    this.contacts = contacts;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (contacts.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    StringBuilder text = new StringBuilder();
    contacts.forEach(contact -> text.append("Contact: ").append(contact).append('\n'));
    text.append("Expires: ")
        .append(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                clock.instant().atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).plus(GOOD_FOR)))
        .append("\nPreferred-Languages: ")
        .append(Language.all().stream().map(Language::tag).collect(Collectors.joining(", ")))
        .append("\nCanonical: ")
        .append(publicUrl.toString().replaceAll("/+$", ""))
        .append(PATH)
        .append('\n');
    response.setContentType("text/plain;charset=utf-8");
    response.setHeader("Cache-Control", "max-age=86400");
    response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
