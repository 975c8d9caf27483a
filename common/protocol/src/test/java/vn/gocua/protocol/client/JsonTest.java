package vn.gocua.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gocua.protocol.access.SessionInfo;
import vn.gocua.protocol.body.Patch;
import vn.gocua.protocol.content.NewNotice;
import vn.gocua.protocol.learning.ClassChange;

class JsonTest {
  private static String written(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }

  private static ClassChange to(Patch<String> hamlet) {
    return new ClassChange("Zalo", hamlet, null, null, null, 9);
  }

  @Test
  void shouldTellWhatStaysFromWhatIsCleared() {
    assertThat(written(to(new Patch.Keep<>()))).isEqualTo("{\"title\":\"Zalo\",\"seats\":9}");
    assertThat(written(to(new Patch.Clear<>())))
        .isEqualTo("{\"title\":\"Zalo\",\"hamlet\":null,\"seats\":9}");
    assertThat(written(to(new Patch.Set<>("h1"))))
        .isEqualTo("{\"title\":\"Zalo\",\"hamlet\":\"h1\",\"seats\":9}");
  }

  @Test
  void shouldWriteTimesAsIsoAndNothingForNull() {
    OffsetDateTime until = OffsetDateTime.parse("2026-07-03T10:00:00+07:00");
    assertThat(written(new NewNotice("đ", until, null)))
        .isEqualTo("{\"text\":\"đ\",\"until\":\"2026-07-03T10:00:00+07:00\"}");
    assertThat(written(new NewNotice("đ", until, List.of("wall")))).contains("[\"wall\"]");
  }

  @Test
  void shouldPassOverWhatItDoesNotKnowAndMissWhatIsNotThere() throws UnreadableMessage {
    String session = "{\"token\":\"t\",\"role\":\"r\",\"expiresAt\":\"2026-07-03T03:00:00Z\"";
    assertThat(Json.read(session + ",\"newer\":{\"a\":[1]}}", SessionInfo.class).role())
        .isEqualTo("r");
    assertThatThrownBy(() -> Json.read("{\"token\":\"t\",\"role\":\"r\"}", SessionInfo.class))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessageContaining("expiresAt");
    assertThatThrownBy(() -> Json.read(session.replace("\"t\"", "null") + "}", SessionInfo.class))
        .isInstanceOf(UnreadableMessage.class);
  }
}
