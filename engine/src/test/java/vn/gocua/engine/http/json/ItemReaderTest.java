package vn.gocua.engine.http.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.protocol.body.Beyond;
import vn.gocua.protocol.body.Item;
import vn.gocua.protocol.body.Max;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** Many things at once are read each by itself, out of a body and out of a tree alike. */
class ItemReaderTest {
  private record Thing(
      @Max(100) String id,
      @Nullable Instant at,
      @Nullable @Max(5) String text,
      @Beyond(reason = RequestReason.RESIDENTS_OUT_OF_RANGE, most = 9) int count,
      @Nullable @Max(value = 2, reason = RequestReason.TOO_MANY_GROUPS) List<@Max(3) String> words,
      @Nullable Double offset) {}

  private record Things(
      @Max(value = 3, reason = RequestReason.TOO_MANY_CHECK_INS) List<Item<Thing>> things) {}

  private static List<Item<Thing>> read(String... items) {
    return RecordReader.of(Things.class)
        .read(body(items).getBytes(UTF_8), JsonBounds.SMALL)
        .things();
  }

  private static String body(String... items) {
    return Stream.of(items).collect(Collectors.joining(",", "{\"things\":[", "]}"));
  }

  private static String said(Item<Thing> item) {
    return switch (item) {
      case Item.Read<Thing>(Thing thing) -> "read " + thing.id();
      case Item.Unreadable<Thing>(String name, Refusal why) ->
          (name + ": " + why.code() + " " + why.arguments()).replaceAll(", \\[.*]]", "]");
    };
  }

  @Test
  void shouldReadEveryComponent() {
    String json =
        """
        {"id":"a","at":"2026-06-15T09:00:00.5+07:00","text":" ","count":2147483647,
         "words":["x",""],"offset":-1.5}
        """;
    Thing thing =
        new Thing(
            "a",
            Instant.parse("2026-06-15T02:00:00.5Z"),
            " ",
            Integer.MAX_VALUE,
            List.of("x", ""),
            -1.5);
    assertThat(read(json)).containsExactly(new Item.Read<>(thing));
    assertThat(
            RecordReader.item(Thing.class, StrictJson.read(json.getBytes(UTF_8), JsonBounds.SMALL)))
        .isEqualTo(new Item.Read<>(thing));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7 | null: not-an-object []",
        "null | null: not-an-object []",
        "[{\"id\":\"a\"}] | null: not-an-object []",
        "{} | null: missing-field [id]",
        "{\"id\":7,\"count\":1} | null: wrong-type [id]",
        "{\"id\":\"\\ud83d\",\"count\":1} | null: wrong-type [id]",
        "{\"id\":\"a\"} | a: missing-field [count]",
        "{\"count\":\"1\",\"id\":\"a\"} | a: wrong-type [count]",
        "{\"id\":\"a\",\"count\":1.0} | a: wrong-type [count]",
        "{\"id\":\"a\",\"count\":2147483648} | a: residents-out-of-range [2147483648, 9]",
        "{\"id\":\"a\",\"count\":-99999999999} | a: residents-out-of-range [-99999999999, 9]",
        "{\"id\":\"a\",\"count\":1,\"words\":[1,2,3]} | a: too-many-groups [2, 3]",
        "{\"id\":\"a\",\"count\":1,\"words\":[1,2]} | a: wrong-type [words]",
        "{\"id\":\"a\",\"count\":1,\"at\":\"soon\"} | a: invalid-time [at]",
        "{\"id\":\"a\",\"count\":1,\"at\":\"\"} | a: invalid-time [at]",
        "{\"id\":\"a\",\"count\":1,\"at\":\"+10000-01-01T00:00:00Z\"} | a: invalid-time [at]",
        "{\"id\":\"a\",\"count\":1,\"offset\":\"1\"} | a: wrong-type [offset]",
        "{\"id\":\"a\",\"count\":1,\"text\":\"sixsix\"} | a: wrong-type [text]",
        "{\"id\":\"a\",\"count\":\"\",\"y\":{\"z\":1},\"x\":1} | a: unknown-field [y]",
        "{\"id\":\"a\",\"count\":\"\",\"at\":\"soon\"} | a: invalid-time [at]",
      })
  void shouldTellWhatIsWrongWithOneAndReadTheOthers(String json, String told) {
    String good = "{\"id\":\"good\",\"count\":1}";
    assertThat(read(good, json, good).stream().map(ItemReaderTest::said))
        .containsExactly("read good", told, "read good");
    JsonNode tree = StrictJson.read(body(json).getBytes(UTF_8), JsonBounds.SMALL);
    assertThat(said(RecordReader.item(Thing.class, tree.path("things").path(0)))).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"things\":[{\"id\":\"a\",\"id\":\"b\"}]} | duplicate-field",
        "{\"things\":[{\"id\":\"a\",\"x\":{\"y\":1,\"y\":2}}]} | duplicate-field",
        "{\"things\":[{\"id\":\"a\"},]} | not-json",
        "{\"things\":[1,2,3,4]} | too-many-check-ins",
        "{\"things\":null} | wrong-type",
        "{\"things\":{}} | wrong-type",
        "{} | missing-field",
      })
  void shouldRefuseTheWholeForWhatIsNoFaultOfOne(String json, String code) {
    assertThatThrownBy(
            () -> RecordReader.of(Things.class).read(json.getBytes(UTF_8), JsonBounds.SMALL))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void shouldReadAnItemThatATreeDoesNotHave() {
    JsonNode tree = JsonMapper.shared().createObjectNode().path("thing");
    assertThat(said(RecordReader.item(Thing.class, tree))).isEqualTo("null: not-an-object []");
  }

  /** Who sends items has them at hand, and no word of how they are read. */
  @Test
  void shouldBeSentAsWhatItIs() {
    Thing thing = new Thing("a", null, null, 1, null, null);
    String sent =
        JsonMapper.shared().writeValueAsString(new Things(List.of(new Item.Read<>(thing))));
    assertThat(RecordReader.of(Things.class).read(sent.getBytes(UTF_8), JsonBounds.SMALL).things())
        .containsExactly(new Item.Read<>(thing));
  }
}
