package vn.gocua.engine.vault.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import vn.gocua.engine.vault.VaultContract;
import vn.gocua.engine.vault.VaultStore;

/** On the fake MongoDB: the wire protocol is real, durability is not. */
class FakeMongoVaultTest extends VaultContract {
  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final InetSocketAddress address = server.bind();

  @Override
  protected VaultStore open() {
    return MongoVaultStore.open(
        "mongodb://" + address.getHostString() + ":" + address.getPort() + "/gocua");
  }

  @AfterEach
  void end() {
    server.shutdownNow();
  }
}
