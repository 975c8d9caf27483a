package vn.gocua.engine.support.example;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import vn.gocua.engine.support.ApiSamples;
import vn.gocua.engine.support.JsonShape;

/** Puts values of ours in place of those that look secret, or are others in each run. */
public final class MadeUp {
  /** By the name of a field. */
  private static final Map<String, Object> INSTEAD =
      Map.ofEntries(
          Map.entry("token", "token-of-an-example"),
          Map.entry("browser", "browser-of-an-example"),
          Map.entry("secret", "secret-of-an-example-only"),
          Map.entry("seed", "seed-of-an-example"),
          Map.entry("pin", "123456"),
          Map.entry("oneTimePassword", "password-of-an-example"),
          Map.entry("current", "password-of-an-example"),
          Map.entry("password", "một câu mẫu dễ nhớ"),
          Map.entry("new", "một câu mẫu dễ nhớ"),
          Map.entry("uri", "otpauth://totp/example?secret=EXAMPLE"),
          Map.entry("screen", "ABC234"),
          Map.entry("sha256", "0".repeat(64)),
          Map.entry("bytes", 955_000),
          Map.entry("tookMs", 80));

  /** Within texts: addresses of an engine, codes of phones and of documents. */
  private static final Map<Pattern, String> WITHIN =
      Map.of(
          Pattern.compile("http://127\\.0\\.0\\.1:\\d+"), "http://127.0.0.1:8080",
          Pattern.compile("127\\.0\\.0\\.1:57\\d\\d"), "127.0.0.1:5701",
          Pattern.compile("[A-Z0-9]{4}(-[A-Z0-9]{4}){3}"), "ABCD-EFGH-JKMN-PQRS",
          Pattern.compile("/d/[0-9A-Za-z_-]{22}"), "/d/document-of-an-example",
          Pattern.compile("^\\d{6}$"), "123456");

  private static final Pattern TICKET = Pattern.compile("(TN|LH)-\\d{4}");
  private static final Pattern REAL_TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT(.*Z|.*\\.\\d{7,}.*)");

  private final Instant begun;
  private final Map<String, String> met = new HashMap<>();
  private final Map<String, String> tickets = new HashMap<>();

  /**
   * @param begun when the answers began to be made
   */
  public MadeUp(Instant begun) {
    this.begun = begun;
  }

  /** The same as an example. */
  public JsonNode of(JsonNode json) {
    if (json instanceof ArrayNode array) {
      ArrayNode all = array.arrayNode();
      array.forEach(each -> all.add(of(each)));
      return all;
    }
    if (json instanceof ObjectNode object) {
      ObjectNode all = object.objectNode();
      object.forEachEntry((name, value) -> {
        JsonNode instead = JsonMapper.shared().valueToTree(INSTEAD.get(name));
        all.set(name, instead.getNodeType() == value.getNodeType() ? instead : of(value));
      });
      return all;
    }
    return json.isString() ? StringNode.valueOf(text(json.asString())) : json;
  }

  private String text(String text) {
    if (JsonShape.UUID.matcher(text).matches()) {
      return met.computeIfAbsent(
          text, _ -> "01993a00-0000-7000-8000-%012d".formatted(met.size() + 1));
    }
    if (TICKET.matcher(text).matches()) {
      return tickets.computeIfAbsent(text, _ -> text.substring(0, 3) + (1001 + tickets.size()));
    }
    if (REAL_TIME.matcher(text).matches()) {
      OffsetDateTime time = OffsetDateTime.parse(text);
      Duration since = Duration.between(begun, time);
      Instant instead = Instant.parse(ApiSamples.NOW).plus(since).truncatedTo(ChronoUnit.MINUTES);
      return ISO_OFFSET_DATE_TIME.format(instead.atOffset(time.getOffset()));
    }
    String made = text;
    for (Map.Entry<Pattern, String> each : WITHIN.entrySet()) {
      made = each.getKey().matcher(made).replaceAll(each.getValue());
    }
    return made;
  }
}
