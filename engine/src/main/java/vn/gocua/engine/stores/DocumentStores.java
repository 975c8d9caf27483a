package vn.gocua.engine.stores;

import java.nio.file.Path;
import vn.gocua.base.Closer;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.documents.mongo.GridFsStore;
import vn.gocua.engine.documents.store.DocumentStore;
import vn.gocua.engine.documents.store.FolderStore;

/** Opens the documents' store: a folder beside the embedded journal, else GridFS. */
final class DocumentStores {
  private static final String FOLDER = "documents";

  private DocumentStores() {}

  /** The one that the settings name; the closer closes it. */
  public static DocumentStore open(Settings settings, Closer closer) {
    Path folder = settings.data().resolve(FOLDER);
    return settings.journal().equals(Settings.EMBEDDED)
        ? new FolderStore(folder)
        : closer.opened(GridFsStore.open(settings.journal(), folder));
  }
}
