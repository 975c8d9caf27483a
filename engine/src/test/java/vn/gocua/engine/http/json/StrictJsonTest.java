package vn.gocua.engine.http.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vn.gocua.protocol.refusal.Reason;
import vn.gocua.protocol.refusal.Refusal;

/** The work that a body of JSON may cause is bounded by the parser that reads it. */
class StrictJsonTest {
  private static final int MEBIBYTE = 1 << 20;

  private static JsonNode read(String json) {
    return StrictJson.read(json.getBytes(StandardCharsets.UTF_8), JsonBounds.LARGE);
  }

  private static Refusal refusal(String json, JsonBounds bounds) {
    Refusal problem =
        catchThrowableOfType(
            Refusal.class, () -> StrictJson.read(json.getBytes(StandardCharsets.UTF_8), bounds));
    assertThat(problem).as("refused").isNotNull();
    return problem;
  }

  private static String objects(int depth) {
    return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
  }

  private static String fields(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"f" + i + "\":0")
        .collect(Collectors.joining(",", "{", "}"));
  }

  static Stream<Arguments> beyond() {
    String longName = "n".repeat(JsonBounds.LONGEST_NAME + 1);
    return Stream.of(
        Arguments.of("objects in one another", objects(JsonBounds.DEEPEST + 1), "too-deep"),
        Arguments.of("arrays in one another", "[".repeat(500_000), "too-deep"),
        Arguments.of("a name", "{\"" + longName + "\":1}", "too-complex"),
        Arguments.of("a name of escapes", "{\"" + "\\u0061".repeat(257) + "\":1}", "too-complex"),
        Arguments.of(
            "a name of letters with marks", "{\"" + "ệ".repeat(257) + "\":1}", "too-complex"),
        Arguments.of("values", "[" + "0,".repeat(300_000) + "0]", "too-complex"),
        Arguments.of("empty objects", "[" + "{},".repeat(200_000) + "0]", "too-complex"),
        Arguments.of("fields of one object", fields(JsonBounds.MOST_FIELDS + 1), "too-complex"),
        Arguments.of(
            "long names over an array",
            ("{\"" + "n".repeat(48_000) + "\":").repeat(11) + "[" + "0,".repeat(255_000),
            "too-complex"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("beyond")
  void shouldRefuseWhatGoesBeyondABound(String what, String json, String code) {
    Refusal problem = refusal(json, JsonBounds.LARGE);
    assertThat(problem.code()).as(what).isEqualTo(code);
    assertThat(problem.reason().kind()).isEqualTo(Reason.Kind.INVALID);
  }

  @ParameterizedTest
  @EnumSource(JsonBounds.class)
  void shouldRefuseALongerBodyBeforeReadingIt(JsonBounds bounds) {
    Refusal problem = refusal("\"" + " ".repeat(bounds.mostBytes()) + "\"", bounds);
    assertThat(problem.code()).isEqualTo("body-too-large");
    assertThat(problem.reason().kind()).isEqualTo(Reason.Kind.TOO_LARGE);
    assertThat(problem.arguments().toString()).contains(bounds.inWords());
  }

  @ParameterizedTest
  @EnumSource(JsonBounds.class)
  void shouldReadWhatIsWithinTheBounds(JsonBounds bounds) {
    String longest = "n".repeat(JsonBounds.LONGEST_NAME);
    String json =
        "{\"" + longest + "\":" + objects(JsonBounds.DEEPEST - 1) + ",\"b\":[" + "0,".repeat(1000);
    JsonNode tree = StrictJson.read((json + "0]}").getBytes(StandardCharsets.UTF_8), bounds);
    assertThat(tree.path("b").size()).isEqualTo(1001);
    assertThat(tree.has(longest)).isTrue();
    assertThat(read(fields(JsonBounds.MOST_FIELDS)).size()).isEqualTo(JsonBounds.MOST_FIELDS);
  }

  @Test
  void shouldSayWhereAFieldIsThereTwice() {
    Refusal problem =
        refusal("{\"a\":[0,{\"b\":{\"c\":1}},{\"b\":{\"c\":1,\"c\":2}}]}", JsonBounds.LARGE);
    assertThat(problem.code()).isEqualTo("duplicate-field");
    assertThat(problem.arguments().toString()).isEqualTo("[a[2].b.c]");
    assertThat(refusal("[[{\"x\":1,\"x\":1}]]", JsonBounds.LARGE).arguments().toString())
        .isEqualTo("[[0][0].x]");
  }

  /** Names that Java's hash of strings takes for one another. */
  @Test
  void shouldReadNamesWhoseHashesAreAlike() {
    String colliding =
        IntStream.range(0, 2048)
            .mapToObj(i -> {
              String bits = Integer.toBinaryString(2048 + i).substring(1);
              return "\"" + bits.replace("0", "Aa").replace("1", "BB") + "\":0";
            })
            .collect(Collectors.joining(",", "{", "}"));
    assertThat(read(colliding).size()).isEqualTo(2048);
  }

  /** What a number costs to make grows with the square of its length. */
  @Test
  void shouldMakeNoNumberOfTooManyDigits() {
    String digits = "7".repeat(JsonBounds.LONGEST_NUMBER);
    assertThat(read("{\"n\":" + digits + "}").path("n").isIntegralNumber()).isTrue();
    assertThat(read("{\"n\":" + digits + "7}").get("n").isMissingNode()).isTrue();
    assertThat(read("{\"n\":0." + "0".repeat(MEBIBYTE / 2) + "}").get("n").isNumber()).isFalse();
    assertThat(read("{\"n\":" + "9".repeat(MEBIBYTE - 10) + "}").get("n").isNumber()).isFalse();
    assertThat(read("{\"n\":1e" + "9".repeat(500_000) + "}").get("n").isNumber()).isFalse();
    assertThat(read("[1e999999999,-1e-999999999]").get(0).isNumber()).isTrue();
  }

  /** Half a character: no file and no answer can hold it. */
  @Test
  void shouldMakeNoTextOfHalfACharacter() {
    for (String half : new String[] {"\\ud800", "\\udc00x", "x\\ud83d", "\\udc00\\ud800"}) {
      JsonNode tree = read("{\"a\":\"" + half + "\",\"b\":[\"" + half + "\"]}");
      assertThat(tree.get("a").isMissingNode()).isTrue();
      assertThat(tree.get("b").get(0).isMissingNode()).isTrue();
      assertThat(refusal("{\"" + half + "\":1}", JsonBounds.SMALL).code()).isEqualTo("not-json");
    }
    assertThat(read("{\"a\":\"\\ud83c\\udfe0\"}").path("a").asString()).isEqualTo("🏠");
  }

  /** Each takes many times its two characters in memory. */
  @Test
  void shouldMakeNoMoreObjectsAndArraysThanMany() {
    String many = "{},".repeat(JsonBounds.MOST_NESTS - 2);
    assertThat(StrictJson.read(("[" + many + "1]").getBytes(UTF_8), JsonBounds.LARGE).size())
        .isEqualTo(JsonBounds.MOST_NESTS - 1);
    assertThat(refusal("[" + many + "[],{}]", JsonBounds.LARGE).code()).isEqualTo("too-complex");
  }
}
