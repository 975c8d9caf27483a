package vn.gocua.engine.feature;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import vn.gocua.engine.access.RouterGuard;
import vn.gocua.engine.http.api.Api;

/** A part of the engine with routes of its own, wired once and mounted on every event loop. */
public interface Feature {
  /** Adds the routes that the API shell does not serve yet. */
  default void mount(Router router, Loop loop) {}

  /** Mounts the endpoints; called once for every event loop. */
  default void routes(Api api) {}

  /**
   * What the routes of one event loop share.
   *
   * @param guard tells who is asking
   * @param blocking where handlers may block
   */
  record Loop(Vertx vertx, RouterGuard guard, RouterGuard.Blocking blocking) {}
}
