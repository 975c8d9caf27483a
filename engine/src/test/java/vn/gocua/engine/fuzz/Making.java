package vn.gocua.engine.fuzz;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.engine.support.ApiDocument.Operation;

/** Makes one request to an operation: good, spoiled or hostile, as chance will have it. */
final class Making {
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");
  private static final int MEBIBYTE = 1024 * 1024;
  private static final String[] METHODS = {
    "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "X-Y"
  };
  private static final String[] PATHS = {
    "%00", "%FF", "%C0%AF", "%2e%2e", "..", "%2F", ";a=b", "%25", "%", "%zz", "a%20b", "\u00e1",
    "+", "*", ":id", "{id}"
  };
  private static final String[] TYPES = {
    "application/json",
    "application/json; charset=utf-16",
    "application/json; charset=nonsense",
    "text/plain",
    "application/xml",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "multipart/form-data; boundary=b",
    "multipart/form-data; boundary=" + "b".repeat(300),
    "application/octet-stream",
    "*/*",
    "nonsense",
    ""
  };
  private static final String[] HEADERS = {
    "Accept-Language: en;q=nonsense, vi;;q=1, *",
    "Accept-Language: en",
    "Accept-Language: " + "vi,".repeat(600),
    "Accept: application/xml;q=0",
    "Accept-Encoding: gzip;q=0, br, nonsense",
    "Last-Event-ID: " + "9".repeat(60),
    "Last-Event-ID: x-1",
    "Range: bytes=9-1",
    "Range: bytes=0-0,1-1,2-2",
    "Range: bytes=99999999999999999999-",
    "If-None-Match: \"x\"",
    "If-Modified-Since: yesterday",
    "Expect: 100-continue",
    "Expect: nonsense",
    "X-Forwarded-For: 1.2.3.4, nonsense",
    "X-Forwarded-Proto: https",
    "Forwarded: for=\"[::1]\";proto=https",
    "X-Forwarded-Host: evil.invalid",
    "Origin: https://evil.invalid",
    "Cookie: JSESSIONID=x; a=" + "b".repeat(2_000),
    "X-Gocua-Screen: nonsense",
    "X-Gocua-Screen: " + "s".repeat(5_000),
    "X-HTTP-Method-Override: DELETE",
    "Upgrade: websocket",
    "Connection: Upgrade, HTTP2-Settings",
    "Content-Type: text/html",
    "Authorization: Bearer x",
    "Authorization: Basic bGVhZGVyOng=",
    "X-Long: " + "y".repeat(7_000)
  };

  private final RandomGenerator random;
  private final Shapes shapes;
  private final Pool pool;
  private final Spoiled spoiled;

  /** Whether the operation is certainly the one that answers. */
  private boolean sure = true;

  Making(RandomGenerator random, Shapes shapes, Pool pool) {
    this.random = random;
    this.shapes = shapes;
    this.pool = pool;
    this.spoiled = new Spoiled(random);
  }

  /** A request, and whether what answers it must be the operation as described. */
  record Made(RawRequest request, boolean sure, boolean vietnamese) {}

  Made make(Operation operation, @Nullable String token) {
    String method = operation.method().toUpperCase(Locale.ROOT);
    if (chance(25)) {
      method = METHODS[random.nextInt(METHODS.length)];
      sure = false;
    }
    List<String> headers = new ArrayList<>();
    if (token != null) {
      headers.add("Authorization: Bearer " + token);
    }
    String target = path(operation) + query(operation, headers);
    byte[] body = body(operation, headers);
    if (chance(8)) {
      String more = HEADERS[random.nextInt(HEADERS.length)];
      headers.add(more);
      sure &=
          !more.startsWith("Upgrade")
              && !more.startsWith("Connection")
              && !more.startsWith("Expect");
    }
    // What is too long for a line of HTTP never gets to the operation.
    sure &= target.length() < 2_000;
    boolean vietnamese = headers.stream().noneMatch(h -> h.startsWith("Accept-Language"));
    return new Made(new RawRequest(method, target, headers, Buffer.buffer(body)), sure, vietnamese);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private String path(Operation operation) {
    String path =
        PLACE
            .matcher(operation.path())
            .replaceAll(place -> java.util.regex.Matcher.quoteReplacement(step(place.group(1))));
    if (chance(60)) {
      sure = false;
      return path + (chance(2) ? "/" : "/x");
    }
    return path;
  }

  private String step(String name) {
    if (chance(6)) {
      sure = false;
      return chance(3) ? PATHS[random.nextInt(PATHS.length)] : encoded(spoiled.text());
    }
    String picked = pool.pick(name, random);
    // Without a step it is another address.
    sure &= !picked.isEmpty();
    return encoded(picked);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String query(Operation operation, List<String> headers) {
    StringBuilder query = new StringBuilder();
    for (JsonNode parameter : operation.json().path("parameters")) {
      String name = parameter.path("name").asString();
      String in = parameter.path("in").asString();
      boolean spoil = chance(4);
      String value =
          spoil
              ? spoiled.text()
              : shapes.make(parameter.path("schema"), name, random, 0).asString("1");
      if (in.equals("header") && chance(2)) {
        headers.add(name + ": " + value.replaceAll("[\\r\\n\\u0000]", "?"));
      } else if (in.equals("query") && (parameter.path("required").asBoolean(false) || chance(2))) {
        query.append('&').append(name).append('=').append(encoded(value));
        if (chance(12)) {
          query.append('&').append(name).append("=%FF%00");
        }
      }
    }
    if (chance(15)) {
      query.append("&surprise=").append(encoded(spoiled.text())).append("&&=&a");
    }
    if (chance(100)) {
      sure = false;
      query.append("&half=%4");
    }
    return query.isEmpty() ? "" : "?" + query.substring(1);
  }

  private byte[] body(Operation operation, List<String> headers) {
    JsonNode content = operation.json().path("requestBody").path("content");
    if (content.isMissingNode()) {
      return chance(8) ? otherBody(headers) : new byte[0];
    }
    if (content.has("application/octet-stream")) {
      headers.add("Content-Type: application/octet-stream");
      byte[] bytes = new byte[random.nextInt(chance(20) ? 200_000 : 2_000)];
      random.nextBytes(bytes);
      byte[] magic =
          chance(2)
              ? "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)
              : "ma;ten\nT01;Tổ 1\n".getBytes(StandardCharsets.UTF_8);
      System.arraycopy(magic, 0, bytes, 0, Math.min(magic.length, bytes.length));
      return bytes;
    }
    if (chance(20)) {
      return otherBody(headers);
    }
    JsonNode good = shapes.make(content.path("application/json").path("schema"), "", random, 0);
    byte[] body = chance(3) ? good.toString().getBytes(StandardCharsets.UTF_8) : spoiled.body(good);
    if (!chance(6)) {
      headers.add("Content-Type: application/json");
    } else if (!chance(3)) {
      headers.add("Content-Type: " + TYPES[random.nextInt(TYPES.length)]);
    }
    return chance(8) ? packed(body, headers) : body;
  }

  /** A body of another kind than what is asked for, or where none is. */
  private byte[] otherBody(List<String> headers) {
    headers.add("Content-Type: " + TYPES[random.nextInt(TYPES.length)]);
    String text =
        switch (random.nextInt(6)) {
          case 0 -> "a=b&c=%zz&" + "d=e&".repeat(300);
          case 1 ->
              """
              --b\r
              Content-Disposition: form-data; name="f"; filename="../x"\r
              \r
              x\r
              --b--\r
              """;
          case 2 -> "--b\r\nContent-Disposition: form-data\r\n\r\n";
          case 3 -> "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>";
          case 4 -> "x".repeat(random.nextInt(60) == 0 ? MEBIBYTE + 1 : 5_000);
          default -> JsonMapper.shared().createObjectNode().put("a", 1).toString();
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] packed(byte[] body, List<String> headers) {
    switch (random.nextInt(8)) {
      case 0 -> headers.add("Content-Encoding: br");
      case 1 -> headers.add("Content-Encoding: gzip");
      case 2 -> {
        headers.add("Content-Encoding: gzip, gzip");
        return gzip(gzip(body));
      }
      case 3 -> {
        headers.add("Content-Encoding: gzip");
        byte[] whole = gzip(body);
        return Arrays.copyOf(whole, random.nextInt(whole.length));
      }
      case 4 -> {
        headers.add("Content-Encoding: gzip");
        return chance(10) ? gzip(new byte[10 * MEBIBYTE]) : gzip(new byte[MEBIBYTE / 2]);
      }
      case 5 -> {
        headers.add("Content-Encoding: deflate");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(new DeflaterOutputStream(out), body);
        return out.toByteArray();
      }
      case 6 -> {
        headers.add("Content-Encoding: identity");
        headers.add("Content-Encoding: GZIP");
        return gzip(body);
      }
      default -> {
        headers.add("Content-Encoding: gzip");
        return gzip(body);
      }
    }
    return body;
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(new GZIPOutputStream(out), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(OutputStream to, byte[] body) {
    try (to) {
      to.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
