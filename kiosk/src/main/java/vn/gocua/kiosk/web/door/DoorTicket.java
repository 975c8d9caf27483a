package vn.gocua.kiosk.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.gocua.kiosk.web.cookie.PrivateCookie;

/**
 * A cookie that comes with a page and that its first request must return. A request without a
 * loaded page, or without cookies, gets no session.
 */
final class DoorTicket {
  private static final Duration GOOD = Duration.ofMinutes(10);
  private static final PrivateCookie COOKIE =
      new PrivateCookie("gocua-door", GOOD, Pattern.compile("[0-9]{1,18}[.][0-9a-f]{64}"));

  private final SecretKeySpec key;
  private final long start = System.nanoTime();

  DoorTicket() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, "HmacSHA256");
  }

  /** Hands one out. */
  void give(HttpServletRequest request, HttpServletResponse response) {
    String seconds = String.valueOf(now());
    COOKIE.write(request, response, seconds + "." + mark(seconds));
  }

  /** Whether the browser has a valid one. */
  boolean isHeld(HttpServletRequest request) {
    String held = COOKIE.read(request.getCookies());
    if (held == null) {
      return false;
    }
    int dot = held.indexOf('.');
    String seconds = held.substring(0, dot);
    return MessageDigest.isEqual(
            mark(seconds).getBytes(StandardCharsets.US_ASCII),
            held.substring(dot + 1).getBytes(StandardCharsets.US_ASCII))
        && now() - Long.parseLong(seconds) <= GOOD.toSeconds();
  }

  /** Time since this server's start, monotonic. */
  private long now() {
    return Duration.ofNanos(System.nanoTime() - start).toSeconds();
  }

  private String mark(String seconds) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(seconds.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }
}
