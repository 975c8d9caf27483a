package vn.gocua.engine.http.link;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Set;
import vn.gocua.base.text.Html;
import vn.gocua.base.text.Texts;
import vn.gocua.protocol.endpoint.Endpoint;

/** A refusal as a page, for people who have opened a link: what is wrong, and the way on. */
public final class LinkPage {
  private static final int SERVER_FAILED = 500;
  private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private LinkPage() {}

  /** Whether a request may come of a link that somebody has opened; programs speak to the API. */
  public static boolean isOfPeople(HttpServerRequest request) {
    String path = request.uri();
    return READS.contains(request.method())
        && !path.startsWith(Endpoint.ROOT)
        && !path.startsWith("/health/")
        && !path.startsWith("/metrics");
  }

  /** Whether a person's browser asks for a page, rather than a page for a file. */
  public static boolean isWanted(HttpServerRequest request) {
    String accepted = request.getHeader("accept");
    return isOfPeople(request)
        && accepted != null
        && accepted.toLowerCase(Locale.ROOT).contains("text/html");
  }

  /**
   * The page, dressed as the phones' app.
   *
   * @param title what is wrong, in words
   * @param status of the answer: an address that is not there asks for other advice than a server
   *     that fails
   */
  public static String of(Texts texts, String title, int status) {
    boolean failed = status >= SERVER_FAILED;
    return """
    <!doctype html>
    <html lang="%1$s">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>%2$s</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/css/tokens.css">
    <link rel="stylesheet" href="/css/app.css">
    </head>
    <body>
    <main class="page enrol">
    <h1>%2$s</h1>
    <p>%3$s</p>
    <p>%4$s</p>
    <p><a class="link" href="%5$s">%6$s</a></p>
    </main>
    </body>
    </html>
    """
        .formatted(
            texts.language().tag(),
            Html.escaped(title),
            Html.escaped(texts.get(failed ? "failed" : "spoilt")),
            Html.escaped(texts.get(failed ? "failed.do" : "spoilt.do")),
            failed ? "" : "/",
            Html.escaped(texts.get(failed ? "again" : "home")));
  }
}
