package vn.gocua.engine.feature;

import vn.gocua.engine.http.api.Api;

/** A part of the engine with endpoints of its own, wired once and mounted on every event loop. */
public interface Feature {
  /** Mounts the endpoints; called once for every event loop. */
  void routes(Api api);
}
