package vn.gocua.engine.board;

import java.time.Duration;
import vn.gocua.engine.live.LiveMeter;

/** Measures the board. */
public interface BoardMeter extends LiveMeter {
  /** A check-in reached the board, so long after its upload. */
  void pushed(Duration lag);

  /** A viewer came (1) or left (−1). */
  void viewers(int change);
}
