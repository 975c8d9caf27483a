package vn.gocua.kiosk.web;

import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import vn.gocua.kiosk.screen.Versioned;
import vn.gocua.kiosk.web.wire.SecurityHeaders;

/**
 * Static files, ours and Vaadin's. Browsers keep for good what has its version in its address; all
 * else they ask for each time, and get it only if its content is another.
 */
final class StaticFiles extends StaticFileServer {
  private static final long serialVersionUID = 1L;
  private static final String TAG = "ETag";
  private static final String FOR_GOOD = "public, max-age=31536000, immutable";

  /** Folders whose files carry a hash of their content in their names. */
  private static final Pattern HASHED =
      Pattern.compile("/(VAADIN/build|gocua/fonts)/.+-[\\w-]{8}\\.\\w+");

  /** The folder of Vaadin's push script, which is asked for with its version. */
  private static final String PUSH = "/VAADIN/static/push/";

  /** Files that are no documents: what guards a page says nothing there. */
  private static final Pattern PARTS = Pattern.compile(".+\\.(js|css|woff2)");

  /** By the file's address in its jar. Files of jars do not change while the program runs. */
  private final transient Map<String, String> tags = new ConcurrentHashMap<>();

  StaticFiles(VaadinService service) {
    super(service);
  }

  @Override
  protected void writeCacheHeaders(
      String path, HttpServletRequest request, HttpServletResponse response) {
    boolean versioned =
        HASHED.matcher(path).matches()
            || request.getParameter(ApplicationConstants.CONTENT_HASH_PARAMETER) != null
            || (path.startsWith(PUSH) && request.getParameter("v") != null);
    response.setHeader("Cache-Control", versioned ? FOR_GOOD : "no-cache");
    if (PARTS.matcher(path).matches()) {
      SecurityHeaders.onlyOfFiles(response);
    }
  }

  /** Says what the content is. The time in the jar says nothing: it is the same in every build. */
  @Override
  protected long writeModificationTimestamp(
      URL file, HttpServletRequest request, HttpServletResponse response) {
    String tag = tags.computeIfAbsent(file.toString(), _ -> "W/\"" + Versioned.hash(file) + '"');
    response.setHeader(TAG, tag);
    request.setAttribute(TAG, tag);
    return 0;
  }

  @Override
  protected boolean browserHasNewestVersion(HttpServletRequest request, long timestamp) {
    String known = request.getHeader("If-None-Match");
    return known != null && known.contains(String.valueOf(request.getAttribute(TAG)));
  }
}
