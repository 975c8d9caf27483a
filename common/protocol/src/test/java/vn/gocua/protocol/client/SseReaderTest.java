package vn.gocua.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseReaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void shouldReadEventsWithAnyLineEnd(String end) throws IOException {
    String stream = "\uFEFFevent: board|data: {\"a\":|data:1}|id: 7||data: đ||".replace("|", end);
    assertThat(read(stream))
        .containsExactly(
            new SseEvent("board", "{\"a\":\n1}", "7"), new SseEvent("message", "đ", "7"));
  }

  @Test
  void shouldIgnoreCommentsUnknownFieldsAndEventsWithoutData() throws IOException {
    assertThat(read(": hello\n\nevent: nothing\n\nretry: 5\nfuture: x\ndata\n\n"))
        .containsExactly(new SseEvent("message", "", ""));
  }

  @Test
  void shouldDropAnEventThatTheEndCutsOff() throws IOException {
    assertThat(read("data: whole\n\ndata: half\n"))
        .containsExactly(new SseEvent("message", "whole", ""));
  }

  @Test
  void shouldKeepTheLastIdWhenAnIdIsUnusable() throws IOException {
    assertThat(read("id: 3\ndata: a\n\nid: \0\ndata: b\n\n"))
        .extracting(SseEvent::id)
        .containsExactly("3", "3");
  }

  @Test
  void shouldTakeACommentForASignOfLife() throws IOException {
    AtomicInteger signs = new AtomicInteger();
    InputStream body = new ByteArrayInputStream(": still here\n".getBytes(StandardCharsets.UTF_8));
    try (SseReader reader = new SseReader(body, "", signs::incrementAndGet)) {
      assertThat(reader.next()).isNull();
    }
    assertThat(signs).hasValue(1);
  }

  @Test
  void shouldGiveUpOnALineWithoutEnd() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };
    SseReader reader = new SseReader(endless, "", () -> {});
    assertThatThrownBy(reader::next)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("too long");
  }

  private static List<SseEvent> read(String stream) throws IOException {
    List<SseEvent> events = new ArrayList<>();
    InputStream body = new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8));
    try (SseReader reader = new SseReader(body, "", () -> {})) {
      for (SseEvent event = reader.next(); event != null; event = reader.next()) {
        events.add(event);
      }
    }
    return events;
  }
}
