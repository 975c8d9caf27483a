package vn.gocua.engine;

import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.documents.DocumentDesk;
import vn.gocua.engine.documents.DocumentRoutes;
import vn.gocua.engine.documents.DocumentStore;
import vn.gocua.engine.documents.FolderStore;
import vn.gocua.engine.documents.mongo.GridFsStore;

/** Documents by QR code, wired: in a folder beside the embedded journal, else beside the other. */
final class Documents implements Feature {
  private static final Logger log = LoggerFactory.getLogger(Documents.class);
  private static final String FOLDER = "documents";
  private static final long TIDY_SECONDS = 30;

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
    var _ =
        ground
            .closer()
            .thread("documents")
            .scheduleWithFixedDelay(this::tidy, TIDY_SECONDS, TIDY_SECONDS, TimeUnit.SECONDS);
  }

  private DocumentStore store() {
    Path folder = ground.settings().data().resolve(FOLDER);
    String journal = ground.settings().journal();
    return journal.equals(Settings.EMBEDDED)
        ? new FolderStore(folder)
        : ground.closer().opened(GridFsStore.open(journal, folder));
  }

  private void tidy() {
    try {
      desk.tidy(ground.engineClock().isSure());
    } catch (RuntimeException e) {
      log.warn("documents could not be tidied; tried again soon", e);
    }
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
