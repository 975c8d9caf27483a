package vn.gocua.engine.documents;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends DocumentStoreContract {
  @TempDir private Path folder;

  @Override
  protected DocumentStore open() {
    return new FolderStore(folder.resolve("documents"));
  }
}
