package vn.gocua.engine.advisories;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The database of known holes at osv.dev, asked about many parts at once. */
public final class Osv implements AutoCloseable {
  /** OSV allows a thousand queries in a request. */
  private static final int BATCH = 500;

  /** A part with more pages of holes than this is not believed. */
  private static final int MOST_ROUNDS = 20;

  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{1,79}");

  private final URI address;
  private final Duration patience;
  private final HttpClient client;

  /**
   * @param address without a slash at its end
   * @param patience for each answer, to its last byte
   */
  public Osv(URI address, Duration patience) {
    this.address = address;
    this.patience = patience;
    this.client = HttpClient.newBuilder().connectTimeout(patience).build();
  }

  private record Question(Part part, String page) {}

  /**
   * The names of all holes that are known in any of the parts; parts without one are left out.
   *
   * @throws OsvUnavailable if any question was left unanswered
   */
  public Map<Part, Set<String>> known(Collection<Part> parts)
      throws OsvUnavailable, InterruptedException {
    Map<Part, Set<String>> known = new TreeMap<>();
    List<Question> open = new ArrayList<>(parts.stream().map(p -> new Question(p, "")).toList());
    for (int round = 0; !open.isEmpty(); round++) {
      if (round == MOST_ROUNDS) {
        throw new OsvUnavailable("an answer without end");
      }
      List<Question> more = new ArrayList<>();
      for (int from = 0; from < open.size(); from += BATCH) {
        ask(open.subList(from, Math.min(open.size(), from + BATCH)), known, more);
      }
      open = more;
    }
    return known;
  }

  private void ask(List<Question> questions, Map<Part, Set<String>> known, List<Question> more)
      throws OsvUnavailable, InterruptedException {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    ArrayNode queries = body.putArray("queries");
    for (Question question : questions) {
      ObjectNode query = queries.addObject();
      query
          .putObject("package")
          .put("ecosystem", question.part().ecosystem())
          .put("name", question.part().name());
      query.put("version", question.part().version());
      if (!question.page().isEmpty()) {
        query.put("page_token", question.page());
      }
    }
    JsonNode results =
        call(request("/v1/querybatch")
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())))
            .path("results");
    if (!results.isArray() || results.size() != questions.size()) {
      throw new OsvUnavailable("%d answers to %d".formatted(results.size(), questions.size()));
    }
    for (int i = 0; i < questions.size(); i++) {
      Part part = questions.get(i).part();
      JsonNode result = results.get(i);
      for (JsonNode hole : result.path("vulns")) {
        known.computeIfAbsent(part, _ -> new TreeSet<>()).add(id(hole));
      }
      String next = result.path("next_page_token").asString("");
      if (!next.isEmpty()) {
        more.add(new Question(part, next));
      }
    }
  }

  private static String id(JsonNode hole) throws OsvUnavailable {
    String id = hole.path("id").asString("");
    if (!ID.matcher(id).matches()) {
      throw new OsvUnavailable("a hole without a name");
    }
    return id;
  }

  /**
   * The published advisory for a part.
   *
   * @throws OsvUnavailable if it can't be read
   */
  public Advisory advisory(String id, Part part) throws OsvUnavailable, InterruptedException {
    return Advisory.of(id, call(request("/v1/vulns/" + id).GET()), part);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).header("accept", "application/json");
  }

  private JsonNode call(HttpRequest.Builder request) throws OsvUnavailable, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answering =
        client.sendAsync(
            request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      HttpResponse<byte[]> answer = answering.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() != 200) {
        throw new OsvUnavailable("HTTP " + answer.statusCode());
      }
      return JsonMapper.shared().readTree(answer.body());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new OsvUnavailable(
          cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.toString());
    } catch (TimeoutException _) {
      answering.cancel(true);
      throw new OsvUnavailable("no answer in " + patience.toSeconds() + " s");
    } catch (JacksonException _) {
      throw new OsvUnavailable("an answer that is not JSON");
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
