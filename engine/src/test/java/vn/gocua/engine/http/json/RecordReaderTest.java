package vn.gocua.engine.http.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gocua.protocol.body.Max;
import vn.gocua.protocol.body.Patch;
import vn.gocua.protocol.body.Range;
import vn.gocua.protocol.body.Required;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** Records are read from JSON by their components, and the field at fault is named. */
class RecordReaderTest {
  private record Inner(@Max(3) String name, @Nullable @Range(min = 1, max = 9) Integer count) {}

  private record All(
      @Nullable @Max(5) String text,
      @Nullable @Range(min = 1, max = 5) Integer number,
      @Nullable Boolean flag,
      @Nullable OffsetDateTime at,
      @Nullable LocalDate day,
      @Nullable UUID id,
      @Nullable @Max(2) List<@Max(3) String> texts,
      @Nullable @Max(2) List<Inner> items,
      @Nullable Map<String, @Range(min = 0, max = 9) Integer> counts,
      @Nullable Inner inner,
      Patch<@Max(3) String> patch,
      @JsonProperty("class") @Nullable @Max(3) String session) {}

  private record Needed(
      @Required(RequestReason.CONSENT_REQUIRED) Inner consent, @Max(5) String text, int number) {}

  private static <T> T read(Class<T> type, String json) {
    return RecordReader.of(type).read(json.getBytes(UTF_8), JsonBounds.SMALL);
  }

  private static String refusal(Class<?> type, String json) {
    try {
      return "read: " + read(type, json);
    } catch (Refusal refusal) {
      return (refusal.code() + " " + refusal.arguments()).replaceAll(", \\[.*]]", "]");
    }
  }

  @Test
  void shouldReadEveryKindOfComponent() {
    All all =
        read(
            All.class,
            """
            {"text":"đủ","number":5,"flag":true,"at":"2026-06-15T09:00:00+07:00",
             "day":"2026-06-15","id":"0197A0F0-0000-7000-8000-00000000000A","texts":["a",""],
             "items":[{"name":"x"},{"name":"y","count":2}],"counts":{"T1":0},
             "inner":{"name":"z","count":null},"patch":"p","class":"c"}
            """);
    assertThat(all)
        .isEqualTo(
            new All(
                "đủ",
                5,
                true,
                OffsetDateTime.parse("2026-06-15T09:00:00+07:00"),
                LocalDate.of(2026, 6, 15),
                UUID.fromString("0197a0f0-0000-7000-8000-00000000000a"),
                List.of("a", ""),
                List.of(new Inner("x", null), new Inner("y", 2)),
                Map.of("T1", 0),
                new Inner("z", null),
                new Patch.Set<>("p"),
                "c"));
  }

  @Test
  void shouldTellApartWhatIsLeftOutAndWhatIsNull() {
    assertThat(read(All.class, "{}").patch()).isEqualTo(new Patch.Keep<>());
    assertThat(read(All.class, "{\"patch\":null}").patch()).isEqualTo(new Patch.Clear<>());
    assertThat(read(All.class, "{\"text\":null}").text()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"text\":\"sixsix\"} | wrong-type [text]",
        "{\"text\":1} | wrong-type [text]",
        "{\"text\":{\"a\":[1,{\"b\":2}]}} | wrong-type [text]",
        "{\"text\":\"\\ud83d\"} | wrong-type [text]",
        "{\"number\":0} | out-of-range [number, 1, 5]",
        "{\"number\":6} | out-of-range [number, 1, 5]",
        "{\"number\":1.0} | wrong-type [number]",
        "{\"number\":\"1\"} | wrong-type [number]",
        "{\"number\":99999999999} | wrong-type [number]",
        "{\"flag\":\"true\"} | wrong-type [flag]",
        "{\"at\":\"soon\"} | invalid-time [at]",
        "{\"day\":\"2026-6-5\"} | invalid-date [day]",
        "{\"day\":\"2026-06-15T\"} | wrong-type [day]",
        "{\"id\":\"1-1-1-1-1\"} | wrong-type [id]",
        "{\"texts\":[\"a\",\"b\",\"c\"]} | wrong-type [texts]",
        "{\"texts\":[\"a\",null]} | wrong-type [texts]",
        "{\"texts\":[\"four\"]} | wrong-type [texts]",
        "{\"texts\":\"a\"} | wrong-type [texts]",
        "{\"items\":[1]} | wrong-type [items]",
        "{\"items\":[{}]} | missing-field [name]",
        "{\"items\":[{\"name\":\"x\",\"count\":0}]} | out-of-range [count, 1, 9]",
        "{\"counts\":{\"T1\":null}} | missing-field [counts.T1]",
        "{\"counts\":{\"T1\":\"1\"}} | wrong-type [counts.T1]",
        "{\"inner\":{\"count\":1}} | missing-field [inner.name]",
        "{\"inner\":{\"name\":\" \"}} | missing-field [inner.name]",
        "{\"inner\":{\"name\":\"x\",\"y\":1}} | unknown-field [inner.y]",
        "{\"inner\":[]} | wrong-type [inner]",
        "{\"patch\":\"four\"} | wrong-type [patch]",
        "{\"session\":\"c\"} | unknown-field [session]",
        "[] | wrong-type [{…}]",
      })
  void shouldNameTheFieldAtFault(String json, String refusal) {
    assertThat(refusal(All.class, json)).isEqualTo(refusal);
  }

  /** What is wrong with the whole comes first, then unknown fields, then the record's order. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"number\":\"\",\"text\":\"x\" | not-json []",
        "{\"number\":\"\"} {} | not-json []",
        "{\"number\":\"\",\"x\":{\"a\":1,\"a\":2}} | duplicate-field [x.a]",
        "{\"number\":\"\",\"number\":1} | duplicate-field [number]",
        "{\"number\":\"\",\"x\":1,\"y\":2} | unknown-field [x]",
        "{\"number\":\"\",\"text\":1} | consent-required []",
        "{\"number\":\"\",\"text\":1,\"consent\":{\"name\":\"x\"}} | wrong-type [text]",
        "{\"text\":\"x\",\"consent\":{\"name\":\"x\"}} | missing-field [number]",
        "{\"number\":null,\"text\":\"x\",\"consent\":{\"name\":\"x\"}} | missing-field [number]",
      })
  void shouldTellTheGravestFaultFirst(String json, String refusal) {
    assertThat(refusal(Needed.class, json)).isEqualTo(refusal);
  }

  @Test
  void shouldKeepToTheBoundsInWhatItReadsOver() {
    assertThat(refusal(Inner.class, "{\"name\":" + "[".repeat(100) + "]".repeat(100) + "}"))
        .startsWith("too-deep");
    assertThat(refusal(Inner.class, "{\"x\":[" + "0,".repeat(9_000) + "0],\"name\":\"x\"}"))
        .startsWith("too-complex");
    assertThat(refusal(Inner.class, "{\"name\":\"x\",\"count\":" + "1".repeat(200) + "}"))
        .isEqualTo("wrong-type [count]");
  }

  private record Unbounded(String text) {}

  @Test
  void shouldTakeNoTextThatMayBeOfAnyLength() {
    assertThatThrownBy(() -> RecordReader.of(Unbounded.class))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
