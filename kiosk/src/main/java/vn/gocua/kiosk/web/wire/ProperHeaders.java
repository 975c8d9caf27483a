package vn.gocua.kiosk.web.wire;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
 * Refuses headers on which their parser fails: forms with a method without body, bodies of two
 * kinds or in unknown charsets, and ranges with too long numbers.
 */
public final class ProperHeaders extends Handler.Wrapper {
  /** More digits than every number of 64 bits has. */
  private static final Pattern UNCOUNTABLE = Pattern.compile("[0-9]{19}");

  public ProperHeaders(Handler inside) {
    super(inside);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    List<String> kinds = request.getHeaders().getValuesList(HttpHeader.CONTENT_TYPE);
    boolean properForm =
        kinds.isEmpty()
            || (kinds.size() == 1
                && knowsLetters(kinds.getFirst())
                && !isOutOfPlace(request, kinds.getFirst()));
    String range = request.getHeaders().get(HttpHeader.RANGE);
    if (properForm && (range == null || !UNCOUNTABLE.matcher(range).find())) {
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
