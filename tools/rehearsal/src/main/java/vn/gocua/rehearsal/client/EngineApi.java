package vn.gocua.rehearsal.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.rehearsal.counts.Count;
import vn.gocua.rehearsal.counts.Tallied;

/** The engine's public API, as a leader and a phone use it. Calls block. */
public final class EngineApi implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final JsonMapper json = JsonMapper.shared();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final URI base;

  /**
   * @param base the engine's address, such as {@code http://127.0.0.1:8080}
   */
  public EngineApi(URI base) {
    this.base = base;
  }

  public Reply<CampaignView> campaign() throws InterruptedException {
    return map(get("/api/v1/campaign", null, Wire.Campaign.class), CampaignView::of);
  }

  /** A session's token. */
  public Reply<String> signIn(String username, String password) throws InterruptedException {
    var body = new Wire.SignIn(username, password);
    return map(
        post("/api/v1/sessions", null, body, PATIENCE, Wire.Session.class), Wire.Session::token);
  }

  /** A code with which so many phones of a team can enrol. */
  public Reply<String> enrolmentCode(String session, String team, int uses)
      throws InterruptedException {
    String path = "/api/v1/teams/" + team + "/enrolment-codes";
    return map(
        post(path, session, new Wire.NewCode(uses), PATIENCE, Wire.Code.class), Wire.Code::code);
  }

  /**
   * A phone's token.
   *
   * @param enrolment the same for every try of one phone
   */
  public Reply<String> enrol(String code, UUID enrolment) throws InterruptedException {
    var wish = new Wire.Enrol(code, enrolment);
    return map(
        post("/api/v1/devices", null, wish, PATIENCE, Wire.Device.class), Wire.Device::token);
  }

  Reply<List<Wire.Result>> checkIns(
      String device, OffsetDateTime sentAt, List<Item> items, Duration timeout)
      throws InterruptedException {
    var batch = new Wire.Batch(sentAt, items);
    return map(
        post("/api/v1/check-ins", device, batch, timeout, Wire.Results.class),
        Wire.Results::results);
  }

  Reply<List<Wire.Result>> checkIns(String device, OffsetDateTime sentAt, List<Item> items)
      throws InterruptedException {
    return checkIns(device, sentAt, items, PATIENCE);
  }

  Reply<Instant> takeBack(String device, String checkIn, String reason)
      throws InterruptedException {
    String path = "/api/v1/check-ins/" + checkIn + "/void";
    return map(
        post(path, device, new Wire.VoidReason(reason), PATIENCE, Object.class),
        _ -> Instant.now());
  }

  public Reply<Tallied> board() throws InterruptedException {
    return map(get("/api/v1/board", null, Wire.Board.class), EngineApi::tallied);
  }

  public Reply<RecountView> recount(String session) throws InterruptedException {
    return get("/api/v1/recount", session, RecountView.class);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private static Tallied tallied(Wire.Board board) {
    return new Tallied(
        new Count(board.totals().checkIns(), board.totals().residents()),
        board.teams().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    Wire.TeamRow::team, row -> new Count(row.checkIns(), row.residents()))),
        board.days().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    Wire.Day::day, day -> new Count(day.checkIns(), day.residents()))),
        board.totals().byActivity(),
        board.totals().byGroup());
  }

  private <T> Reply<T> get(String path, @Nullable String token, Class<T> type)
      throws InterruptedException {
    return send(request(path, token, PATIENCE).GET().build(), type);
  }

  private <T> Reply<T> post(
      String path, @Nullable String token, Object body, Duration timeout, Class<T> type)
      throws InterruptedException {
    return send(
        request(path, token, timeout)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
            .build(),
        type);
  }

  private HttpRequest.Builder request(String path, @Nullable String token, Duration timeout) {
    var request = HttpRequest.newBuilder(base.resolve(path)).timeout(timeout);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private <T> Reply<T> send(HttpRequest request, Class<T> type) throws InterruptedException {
    try {
      HttpResponse<String> response =
          http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      return response.statusCode() / 100 == 2
          ? new Reply.Answered<>(json.readValue(response.body(), type))
          : new Reply.Refused<>(response.statusCode(), code(response), retryAfter(response));
    } catch (IOException | JacksonException e) {
      return new Reply.Unanswered<>(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private String code(HttpResponse<String> response) {
    try {
      String code = json.readValue(response.body(), Wire.Problem.class).code();
      return code == null ? "" : code;
    } catch (JacksonException _) {
      return "";
    }
  }

  private static @Nullable Duration retryAfter(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("[0-9]{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(null);
  }

  private static <A, B> Reply<B> map(Reply<A> reply, java.util.function.Function<A, B> function) {
    return switch (reply) {
      case Reply.Answered<A>(A body) -> new Reply.Answered<>(function.apply(body));
      case Reply.Refused<A>(int status, String code, Duration retryAfter) ->
          new Reply.Refused<>(status, code, retryAfter);
      case Reply.Unanswered<A>(String why) -> new Reply.Unanswered<>(why);
    };
  }
}
