package vn.gocua.engine.board;

import java.time.Clock;
import java.time.Instant;
import vn.gocua.engine.http.sse.Frame;
import vn.gocua.engine.http.sse.SseSource;

/** The board as a source of the hub: all of it first, then changes. */
final class BoardSource implements SseSource<BoardSource.Everybody> {
  /** The one group of viewers: all get the same. */
  enum Everybody {
    EVERYBODY
  }

  private final Board board;
  private final Clock clock;
  private final String run;

  /**
   * @param clock the campaign's time
   * @param run names this run of this engine: revisions of another run mean nothing here
   */
  BoardSource(Board board, Clock clock, String run) {
    this.board = board;
    this.clock = clock;
    this.run = run;
  }

  @Override
  public String run() {
    return run;
  }

  @Override
  public long revision() {
    return board.revision();
  }

  @Override
  public Frame since(long seen, Everybody group) {
    Board.BoardDelta since = board.since(seen, clock.instant());
    return Frame.of(since.revision(), since.whole() ? "board" : "tally", since.view());
  }

  record Heartbeat(Instant at) {}

  Heartbeat heartbeat() {
    return new Heartbeat(clock.instant());
  }
}
