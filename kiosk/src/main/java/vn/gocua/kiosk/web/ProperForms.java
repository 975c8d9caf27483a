package vn.gocua.kiosk.web;

import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses forms over which whoever reads them would stumble: those that come with a method that has
 * none, and bodies of two kinds or in letters that nobody knows.
 */
final class ProperForms extends Handler.Wrapper {
  ProperForms(Handler inside) {
    super(inside);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    List<String> kinds = request.getHeaders().getValuesList(HttpHeader.CONTENT_TYPE);
    boolean proper =
        kinds.isEmpty()
            || (kinds.size() == 1
                && knowsLetters(kinds.getFirst())
                && !isOutOfPlace(request, kinds.getFirst()));
    if (proper) {
      return super.handle(request, response, callback);
    }
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
    return true;
  }

  private static boolean isOutOfPlace(Request request, String kind) {
    HttpFields fields = request.getHeaders();
    String lower = kind.strip().toLowerCase(Locale.ROOT);
    boolean form =
        lower.startsWith("multipart/") || lower.startsWith("application/x-www-form-urlencoded");
    boolean body =
        fields.contains(HttpHeader.CONTENT_LENGTH) || fields.contains(HttpHeader.TRANSFER_ENCODING);
    return form && body && !HttpMethod.POST.is(request.getMethod());
  }

  private static boolean knowsLetters(String kind) {
    try {
      MimeTypes.getCharsetFromContentType(kind);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
