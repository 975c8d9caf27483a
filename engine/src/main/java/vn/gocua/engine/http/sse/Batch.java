package vn.gocua.engine.http.sse;

import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events of one moment: one buffer for all viewers of a group with the same revisions. */
final class Batch<G> {
  private final List<SseSource<G>> sources;
  private final @Nullable Buffer first;
  private final long[] revisions;
  private final Map<Key<G>, Encoded> encoded = new HashMap<>();

  private record Key<G>(int source, long seen, G group) {}

  private record Encoded(long revision, Buffer buffer) {}

  /**
   * @param first sent before all else; null for nothing
   */
  Batch(List<SseSource<G>> sources, @Nullable Buffer first) {
    this.sources = sources;
    this.first = first;
    this.revisions = sources.stream().mapToLong(SseSource::revision).toArray();
  }

  boolean hasNews(long[] seen) {
    for (int i = 0; i < seen.length; i++) {
      if (seen[i] != revisions[i]) {
        return true;
      }
    }
    return false;
  }

  /** The events after the seen revisions, which are updated; empty if there are none. */
  Buffer take(long[] seen, G group) {
    Buffer all = first == null ? Buffer.buffer() : first;
    for (int i = 0; i < seen.length; i++) {
      if (seen[i] != revisions[i]) {
        Encoded news = encoded.computeIfAbsent(new Key<>(i, seen[i], group), this::encode);
        seen[i] = news.revision();
        all = joined(all, news.buffer());
      }
    }
    return all;
  }

  /** A new buffer only if both have something: those that are kept belong to many viewers. */
  private static Buffer joined(Buffer before, Buffer news) {
    if (before.length() == 0 || news.length() == 0) {
      return before.length() == 0 ? news : before;
    }
    return Buffer.buffer(before.length() + news.length()).appendBuffer(before).appendBuffer(news);
  }

  private Encoded encode(Key<G> key) {
    SseSource<G> source = sources.get(key.source());
    Frame frame = source.since(key.seen(), key.group());
    String id = source.run() == null ? null : source.run() + "-" + frame.revision();
    Buffer buffer = Buffer.buffer();
    int left = frame.events().size();
    for (Frame.Event event : frame.events()) {
      boolean last = --left == 0;
      buffer.appendBuffer(Sse.event(event.name(), last ? id : null, event.data()));
    }
    return new Encoded(frame.revision(), buffer);
  }
}
