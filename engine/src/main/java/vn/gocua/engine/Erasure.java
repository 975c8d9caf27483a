package vn.gocua.engine;

import io.vertx.ext.web.Router;
import java.util.List;
import vn.gocua.engine.privacy.Erasable;
import vn.gocua.engine.privacy.ErasureRoutes;

/** Erasing on somebody's wish, wired. */
record Erasure(Ground ground, Help help, List<Erasable> everywhere) implements Feature {
  static Erasure of(Ground ground, Help help, Learning learning) {
    return new Erasure(
        ground, help, List.of(help.supervision()::eraseByPhone, learning.keeper()::eraseByPhone));
  }

  @Override
  public void mount(Router router, Loop loop) {
    new ErasureRoutes(help.supervision(), everywhere, loop.guard(), loop.blocking(), ground.clock())
        .mount(router);
  }
}
