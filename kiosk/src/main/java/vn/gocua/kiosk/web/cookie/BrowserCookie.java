package vn.gocua.kiosk.web.cookie;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The engine's browser tokens, in a cookie that only this server reads: with it strangers' wrong
 * passwords lock nobody out here. Keeps the latest few of the accounts that share a browser, each
 * under a fingerprint of its name.
 */
public final class BrowserCookie {
  private static final int MOST_ACCOUNTS = 4;
  private static final String BETWEEN = "~";
  private static final PrivateCookie COOKIE =
      new PrivateCookie(
          "gocua-browser",
          Duration.ofDays(90),
          Pattern.compile("[A-Za-z0-9_-]{12}:[A-Za-z0-9._-]{1,300}(~[^~]{1,320}){0,3}"));
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._-]{1,300}");

  private BrowserCookie() {}

  /** The token of an account; null without one. */
  public static @Nullable String read(HttpServletRequest request, String username) {
    String key = fingerprint(username) + ":";
    return kept(request).stream()
        .filter(each -> each.startsWith(key))
        .map(each -> each.substring(key.length()))
        .filter(token -> TOKEN.matcher(token).matches())
        .findFirst()
        .orElse(null);
  }

  /** Stores the token of an account, before all others. */
  public static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      String username,
      @Nullable String token) {
    if (token == null || !TOKEN.matcher(token).matches()) {
      return;
    }
    String key = fingerprint(username) + ":";
    List<String> all = new ArrayList<>(List.of(key + token));
    kept(request).stream()
        .filter(each -> !each.startsWith(key))
        .limit(MOST_ACCOUNTS - 1)
        .forEach(all::add);
    COOKIE.write(request, response, String.join(BETWEEN, all));
  }

  private static List<String> kept(HttpServletRequest request) {
    String held = COOKIE.read(request.getCookies());
    return held == null ? List.of() : Arrays.asList(held.split(BETWEEN, -1));
  }

  private static String fingerprint(String username) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(username.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 9));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
