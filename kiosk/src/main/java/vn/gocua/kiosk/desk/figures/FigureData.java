package vn.gocua.kiosk.desk.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.gocua.kiosk.desk.api.ByHour;
import vn.gocua.kiosk.desk.api.DeskEngine;
import vn.gocua.kiosk.desk.api.Stats;

/**
 * Counts as they were last asked for; asked for again when the board has moved on, but not at every
 * step.
 */
public final class FigureData {
  private static final Duration SPARING = Duration.ofSeconds(5);

  private final DeskEngine engine;
  private Stats stats = new Stats(0, List.of());
  private ByHour hours = new ByHour(List.of(), List.of(), List.of());
  private String asked = "-";
  private long version = -1;
  private Instant at = Instant.MIN;

  public FigureData(DeskEngine engine) {
    this.engine = engine;
  }

  /**
   * Asks if that is worth it. Blocks.
   *
   * @param question which counts, as a query
   * @param boardVersion what the board shows
   * @return whether there is something new
   */
  public boolean refresh(DeskEngine.Asker asker, String question, long boardVersion, Instant now) {
    boolean same = question.equals(asked);
    if (same && (boardVersion == version || now.isBefore(at.plus(SPARING)))) {
      return false;
    }
    stats = engine.get(asker, "/api/v1/stats" + question, Stats.class);
    hours = engine.get(asker, "/api/v1/stats/hours" + question, ByHour.class);
    asked = question;
    version = boardVersion;
    at = now;
    return true;
  }

  public Stats stats() {
    return stats;
  }

  public ByHour hours() {
    return hours;
  }
}
