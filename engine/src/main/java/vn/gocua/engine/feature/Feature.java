package vn.gocua.engine.feature;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import vn.gocua.engine.access.Guard;

/** A part of the engine with routes of its own, wired once and mounted on every event loop. */
public interface Feature {
  /** Adds the routes; what they keep per event loop is made here. */
  void mount(Router router, Loop loop);

  /**
   * What the routes of one event loop share.
   *
   * @param guard tells who is asking
   * @param blocking where handlers may block
   */
  record Loop(Vertx vertx, Guard guard, Guard.Blocking blocking) {}
}
