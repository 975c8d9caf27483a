package vn.gocua.protocol.endpoint;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One operation of the engine's API.
 *
 * @param path as in the API's description, with parameters in braces
 * @param body record of the request's body; {@code Void} for none
 * @param answer record of a success; {@code Void} for none, or for no JSON
 */
public record Endpoint<B, A>(Method method, String path, Class<B> body, Class<A> answer) {
  /** Prefix of all paths but those of health and metrics. */
  public static final String ROOT = "/api/";

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  public static Endpoint<Void, Void> get(String path) {
    return of(Method.GET, path);
  }

  public static Endpoint<Void, Void> post(String path) {
    return of(Method.POST, path);
  }

  public static Endpoint<Void, Void> put(String path) {
    return of(Method.PUT, path);
  }

  public static Endpoint<Void, Void> delete(String path) {
    return of(Method.DELETE, path);
  }

  private static Endpoint<Void, Void> of(Method method, String path) {
    return new Endpoint<>(method, path, Void.class, Void.class);
  }

  /** The same with a body. */
  public <T> Endpoint<T, A> takes(Class<T> type) {
    return new Endpoint<>(method, path, type, answer);
  }

  /** The same with an answer. */
  public <T> Endpoint<B, T> answers(Class<T> type) {
    return new Endpoint<>(method, path, body, type);
  }

  /** The names in braces, in their order. */
  public List<String> places() {
    return PLACE.matcher(path).results().map(place -> place.group(1)).toList();
  }

  /**
   * The path to call.
   *
   * @param values for the names in braces, in their order; they are encoded here
   * @throws IllegalArgumentException if there are more or fewer values than names
   */
  public String at(String... values) {
    List<MatchResult> places = PLACE.matcher(path).results().toList();
    if (places.size() != values.length) {
      throw new IllegalArgumentException(path + " takes " + places.size() + " values");
    }
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int i = 0; i < values.length; i++) {
      filled
          .append(path, from, places.get(i).start())
          .append(URLEncoder.encode(values[i], StandardCharsets.UTF_8).replace("+", "%20"));
      from = places.get(i).end();
    }
    return filled.append(path, from, path.length()).toString();
  }
}
