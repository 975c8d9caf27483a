package vn.gocua.engine.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.gocua.engine.documents.store.DocumentStore;

/** What every store of documents promises. */
public abstract class DocumentStoreContract {
  private static final String ID = "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41";

  /** The store under test; called again it gives one on the same files, of another engine. */
  protected abstract DocumentStore open();

  private static byte[] kept(DocumentStore store) throws IOException {
    byte[] bytes = new byte[700_000];
    new Random(3).nextBytes(bytes);
    Path file = Files.createTempFile(store.incoming(), "x", ".part");
    Files.write(file, bytes);
    store.keep(ID, file);
    assertThat(file).doesNotExist();
    return bytes;
  }

  @Test
  void shouldGiveBackWhatItKeepsOnEveryEngine() throws IOException {
    byte[] bytes = kept(open());
    for (int i = 0; i < 2; i++) {
      assertThat(open().find(ID).orElseThrow()).hasBinaryContent(bytes);
    }
  }

  @Test
  void shouldErase() throws IOException {
    DocumentStore store = open();
    var _ = kept(store);
    store.erase(ID);
    store.erase(ID);
    assertThat(store.find(ID)).isEmpty();
    assertThat(open().find(ID)).isEmpty();
  }
}
