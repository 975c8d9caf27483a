package vn.gocua.engine.board;

import java.util.List;
import vn.gocua.engine.board.BoardSource.Everybody;
import vn.gocua.engine.http.sse.Frame;
import vn.gocua.engine.http.sse.SseSource;

/**
 * Notices as a source of the hub. They also change with time alone. One instance for each event
 * loop.
 */
final class NoticeFrames implements SseSource<Everybody> {
  private static final String NOTHING_SAID = "";

  private final NoticeSource notices;
  private String said = NOTHING_SAID;
  private long revision = 1;

  NoticeFrames(NoticeSource notices) {
    this.notices = notices;
  }

  @Override
  public long revision() {
    String now = notices.now().key();
    if (!now.equals(said)) {
      said = now;
      revision++;
    }
    return revision;
  }

  /** Also sends an empty list: an earlier viewer may hold a notice that has been withdrawn. */
  @Override
  public Frame since(long seen, Everybody group) {
    NoticeSource.Current current = notices.now();
    return seen == NOTHING && current.key().equals(NOTHING_SAID)
        ? new Frame(revision(), List.of())
        : Frame.of(revision(), "notice", current.view());
  }
}
