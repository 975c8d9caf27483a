package vn.gocua.protocol.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Encoded query parameters. */
public final class Query {
  /** Without any. */
  public static final Query NONE = new Query("");

  private final String text;

  private Query(String text) {
    this.text = text;
  }

  public static Query of(String name, Object value) {
    return NONE.and(name, value);
  }

  /** Adds a parameter; null adds nothing. */
  public Query and(String name, @Nullable Object value) {
    return value == null
        ? this
        : new Query(text + (text.isEmpty() ? "?" : "&") + name + "=" + encoded(value.toString()));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Query query && query.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Empty, or the text from the question mark on. */
  @Override
  public String toString() {
    return text;
  }
}
