package vn.gocua.engine.documents.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.documents.DocumentStoreContract;
import vn.gocua.engine.documents.store.DocumentStore;

/** On the fake MongoDB: the wire protocol is real, durability is not. */
class FakeGridFsStoreTest extends DocumentStoreContract {
  @TempDir private Path folder;

  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final InetSocketAddress address = server.bind();
  private final List<GridFsStore> opened = new ArrayList<>();

  @Override
  protected DocumentStore open() {
    String uri = "mongodb://" + address.getHostString() + ":" + address.getPort() + "/gocua";
    GridFsStore store = GridFsStore.open(uri, folder.resolve("engine-" + opened.size()));
    opened.add(store);
    return store;
  }

  @AfterEach
  void end() {
    opened.forEach(GridFsStore::close);
    server.shutdownNow();
  }
}
