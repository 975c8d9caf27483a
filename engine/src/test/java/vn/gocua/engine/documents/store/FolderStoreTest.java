package vn.gocua.engine.documents.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.documents.DocumentStoreContract;

class FolderStoreTest extends DocumentStoreContract {
  @TempDir private Path folder;

  @Override
  protected DocumentStore open() {
    return new FolderStore(folder.resolve("documents"));
  }
}
