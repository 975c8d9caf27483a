package vn.gocua.engine;

import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.time.Duration;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.documents.DocumentDesk;
import vn.gocua.engine.documents.DocumentRoutes;
import vn.gocua.engine.documents.DocumentStore;
import vn.gocua.engine.documents.FolderStore;
import vn.gocua.engine.documents.mongo.GridFsStore;

/** Documents by QR code, wired: in a folder beside the embedded journal, else beside the other. */
final class Documents implements Feature {
  private static final String FOLDER = "documents";
  private static final Duration TIDY = Duration.ofSeconds(30);

  private final Ground ground;
  private final DocumentDesk desk;

  Documents(Ground ground) {
    this.ground = ground;
    desk =
        new DocumentDesk(
            ground.campaign().id(),
            ground.journal(),
            ground.commit(),
            store(),
            id -> ground.vault().derived("document", id),
            ground.clock());
    ground
        .closer()
        .schedule("documents")
        .every(TIDY, () -> desk.tidy(ground.engineClock().isSure()));
  }

  private DocumentStore store() {
    Path folder = ground.settings().data().resolve(FOLDER);
    String journal = ground.settings().journal();
    return journal.equals(Settings.EMBEDDED)
        ? new FolderStore(folder)
        : ground.closer().opened(GridFsStore.open(journal, folder));
  }

  @Override
  public void mount(Router router, Loop loop) {
    new DocumentRoutes(
            desk,
            ground.campaign().zone(),
            ground.settings().publicUrl(),
            loop.guard(),
            loop.blocking(),
            ground.clock(),
            ground.settings().documentMegabytes())
        .mount(router);
  }
}
