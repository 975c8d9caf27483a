package vn.gocua.kiosk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import vn.gocua.base.text.Texts;

/** Errors below the views: plain words in Vietnamese, and nothing about the inside. */
final class ErrorPage implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Texts texts = Texts.of("kiosk");
    String error = "error." + kind(response.getStatus());
    String title = texts.get(error + ".title");
    String text = texts.get(error + ".text");
    String page =
        """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
        <link rel="stylesheet" href="/gocua/fonts.css"><link rel="stylesheet" href="/gocua/tokens.css"></head>
        <body class="error-page"><main><h1>%s</h1><p>%s</p><p><a href="/">%s</a></p></main></body></html>
        """
            .formatted(texts.language().tag(), title, title, text, texts.get("error.home"));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    Content.Sink.write(
        response,
        true,
        new String(page.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8),
        callback);
    return true;
  }

  /** Who asked for what cannot be answered needs other advice than who met a failure of ours. */
  private static String kind(int status) {
    if (status == HttpServletResponse.SC_NOT_FOUND) {
      return "missing";
    }
    return HttpStatus.isClientError(status) ? "refused" : "internal";
  }
}
