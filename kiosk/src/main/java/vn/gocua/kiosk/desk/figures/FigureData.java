package vn.gocua.kiosk.desk.figures;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.board.StatsByDay;
import vn.gocua.protocol.board.StatsByHour;
import vn.gocua.protocol.board.StatsEndpoints;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.protocol.client.Query;

/**
 * Counts as they were last asked for; asked for again when the board has moved on, but not at every
 * step.
 */
public final class FigureData {
  private static final Duration SPARING = Duration.ofSeconds(5);

  private final EngineApi engine;
  private StatsByDay stats = StatsByDay.NONE;
  private StatsByHour hours = StatsByHour.NONE;
  private @Nullable Query asked;
  private long version = -1;
  private Instant at = Instant.MIN;

  public FigureData(EngineApi engine) {
    this.engine = engine;
  }

  /**
   * Reads the counts if they may have changed. Blocks.
   *
   * @param question filter of the counts
   * @param boardVersion version of the board
   * @return whether they changed
   */
  public boolean refresh(Caller caller, Query question, long boardVersion, Instant now) {
    boolean same = question.equals(asked);
    if (same && (boardVersion == version || now.isBefore(at.plus(SPARING)))) {
      return false;
    }
    stats = engine.call(caller, StatsEndpoints.DAYS, question);
    hours = engine.call(caller, StatsEndpoints.HOURS, question);
    asked = question;
    version = boardVersion;
    at = now;
    return true;
  }

  public StatsByDay stats() {
    return stats;
  }

  public StatsByHour hours() {
    return hours;
  }
}
