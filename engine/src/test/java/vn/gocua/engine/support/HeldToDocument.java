package vn.gocua.engine.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import vn.gocua.engine.support.ApiDocument.Operation;

/**
 * Holds what the tests' client sends to the API's document: what the engine accepts has to be
 * described, and so has whatever it answers.
 */
final class HeldToDocument {
  private static final ApiDocument DOCUMENT = ApiDocument.own();
  private static final List<Route> ROUTES = routes();

  /** Below these, a success that no operation describes is a fault; elsewhere it is a file. */
  private static final Pattern OF_THE_API = Pattern.compile("/(api|health|metrics)\\b.*");

  /** What any request may carry, or a proxy adds: no operation has to speak of it. */
  private static final Pattern OF_HTTP =
      Pattern.compile("accept(-.*)?|authorization|content-.*|if-none-match|(x-)?forwarded(-.*)?");

  /** Bodies beyond it are of tests of limits. */
  private static final int LONGEST = 1024 * 1024;

  private HeldToDocument() {}

  /** An operation and how its addresses look. */
  private record Route(Operation operation, Pattern path, List<String> names) {}

  private static List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (Operation operation : DOCUMENT.operations()) {
      List<String> names = new ArrayList<>();
      Matcher parts = Pattern.compile("\\{(.*?)}|[^{]+").matcher(operation.path());
      StringBuilder path = new StringBuilder();
      while (parts.find()) {
        if (parts.group(1) == null) {
          path.append(Pattern.quote(parts.group()));
        } else {
          names.add(parts.group(1));
          path.append("([^/]+)");
        }
      }
      Route route = new Route(operation, Pattern.compile(path.toString()), names);
      // Addresses without parameters go before those that have some.
      routes.add(names.isEmpty() ? 0 : routes.size(), route);
    }
    return List.copyOf(routes);
  }

  /**
   * Fails if a request that was accepted is not as described, or its answer is not.
   *
   * @param address all of it
   * @param headers of the request, in small letters
   */
  static void check(
      String method,
      URI address,
      Map<String, String> headers,
      BodyPublisher body,
      HttpResponse<?> answer) {
    boolean accepted = answer.statusCode() / 100 == 2;
    String path = address.getRawPath();
    List<String> complaints = new ArrayList<>();
    Route route = path.endsWith(".css") ? null : find(method, path);
    if (route == null) {
      if (accepted && OF_THE_API.matcher(path).matches()) {
        complaints.add("no operation of the document has this address");
      }
    } else {
      Operation operation = route.operation;
      String text = answer.body() instanceof String whole ? whole : "";
      Answer read = new Answer(answer.statusCode(), answer.headers(), sent(body), text);
      if (accepted) {
        parameters(route, address, headers, complaints);
        body(operation, headers, body, read, complaints);
      }
      complaints.addAll(
          answer.body() instanceof String
              ? DOCUMENT.complaints(operation, read)
              : DOCUMENT.complaintsOfHead(operation, read));
    }
    if (!complaints.isEmpty()) {
      throw new AssertionError(
          "%s %s, answered %d, is not as openapi.yaml describes it:\n%s"
              .formatted(method, path, answer.statusCode(), String.join("\n", complaints)));
    }
  }

  /** What in an event of a stream is not as described. */
  static List<String> complaints(String path, String event, JsonNode data) {
    Route route = Objects.requireNonNull(find("GET", path));
    String events =
        ApiDocument.pointer(route.operation)
            + "/responses/200/content/text~1event-stream/schema/$defs/";
    return DOCUMENT.json().at(events + event).isMissingNode()
        ? List.of("no event " + event + " is described")
        : DOCUMENT.complaints(events + event, data);
  }

  private static @Nullable Route find(String method, String path) {
    for (Route route : ROUTES) {
      if (route.operation.method().equals(method.toLowerCase(Locale.ROOT))
          && route.path.matcher(path).matches()) {
        return route;
      }
    }
    return null;
  }

  private static void parameters(
      Route route, URI address, Map<String, String> headers, List<String> complaints) {
    Map<String, String> sent = new HashMap<>();
    Matcher path = route.path.matcher(address.getRawPath());
    if (path.matches()) {
      for (int i = 0; i < route.names.size(); i++) {
        sent.put("path " + route.names.get(i), URLDecoder.decode(path.group(i + 1), UTF_8));
      }
    }
    String query = address.getRawQuery();
    for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
      String[] parts = pair.split("=", 2);
      String value = parts.length == 1 ? "" : URLDecoder.decode(parts[1], UTF_8);
      sent.put("query " + URLDecoder.decode(parts[0], UTF_8), value);
    }
    headers.forEach((name, value) -> {
      if (!OF_HTTP.matcher(name).matches()) {
        sent.put("header " + name, value);
      }
    });
    JsonNode described = route.operation.json().path("parameters");
    for (int i = 0; i < described.size(); i++) {
      JsonNode parameter = DOCUMENT.resolved(described.path(i));
      String where = parameter.path("in").asString();
      String name = parameter.path("name").asString();
      String value =
          sent.remove(
              where + " " + (where.equals("header") ? name.toLowerCase(Locale.ROOT) : name));
      if (value != null) {
        for (String complaint : DOCUMENT.complaints(route.operation, i, value)) {
          complaints.add(where + " " + name + " «" + value + "»: " + complaint);
        }
      } else if (parameter.path("required").asBoolean(false)) {
        complaints.add(where + " " + name + " is required and was not sent");
      }
    }
    sent.keySet().forEach(name -> complaints.add(name + " is not described"));
  }

  private static void body(
      Operation operation,
      Map<String, String> headers,
      BodyPublisher body,
      Answer answer,
      List<String> complaints) {
    JsonNode described = operation.json().path("requestBody");
    if (body.contentLength() == 0) {
      if (described.path("required").asBoolean(false)) {
        complaints.add("a body is required and none was sent");
      }
    } else if (described.isMissingNode()) {
      complaints.add("a body was sent and none is described");
    } else if (described.path("content").has("application/json")
        && !headers.containsKey("content-encoding")
        && !answer.sent().isEmpty()) {
      JsonNode json = JsonMapper.shared().readTree(answer.sent());
      if (withoutRefusedItems(json, answer)) {
        complaints.addAll(DOCUMENT.complaints(operation, json));
      }
    }
  }

  /**
   * Takes out of a batch the items that were refused.
   *
   * @return false if it is not known which they are
   */
  private static boolean withoutRefusedItems(JsonNode body, Answer answer) {
    if (!answer.header("content-type").startsWith("application/json")) {
      return true;
    }
    JsonNode results = answer.json().path("results");
    boolean inOrder = body.path("checkIns").size() == results.size();
    for (int i = results.size() - 1; i >= 0; i--) {
      if (Set.of("rejected", "conflict").contains(results.path(i).path("outcome").asString())) {
        if (!inOrder) {
          return false;
        }
        ((ArrayNode) body.path("checkIns")).remove(i);
      }
    }
    return true;
  }

  /** The text that a publisher sends, which may be asked again; empty if it is too long. */
  static String sent(BodyPublisher body) {
    if (body.contentLength() <= 0 || body.contentLength() > LONGEST) {
      return "";
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    body.subscribe(
        new Flow.Subscriber<ByteBuffer>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(ByteBuffer part) {
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            all.writeBytes(bytes);
          }

          @Override
          public void onError(Throwable failure) {
            throw new IllegalStateException(failure);
          }

          @Override
          public void onComplete() {
            // All of it was taken.
          }
        });
    return all.toString(UTF_8);
  }
}
