package vn.gocua.engine.feature;

import vn.gocua.base.time.Schedule;
import vn.gocua.engine.http.api.Api;

/** A part of the engine that is wired once. The engine calls these in the order of its list. */
public interface Feature {
  /** Loads state from the journal into memory, before the port opens. Blocks. */
  default void load() {}

  /** Schedules repeated work, after all features have been loaded. */
  default void schedule(Schedule schedule) {}

  /** Mounts the endpoints; called once for every event loop. */
  void routes(Api api);
}
