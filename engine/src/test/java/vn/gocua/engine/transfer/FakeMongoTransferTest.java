package vn.gocua.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the fake MongoDB: the wire protocol is real, durability is not. */
@Tag("slow")
class FakeMongoTransferTest extends MongoTransfer {
  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final InetSocketAddress address = server.bind();

  @Override
  String uri() {
    return "mongodb://" + address.getHostString() + ":" + address.getPort() + "/gocua";
  }

  @AfterEach
  void end() {
    server.shutdownNow();
  }

  @Test
  void shouldSayThatNothingAnswersWithoutShowingThePassword(@TempDir Path folder) {
    server.shutdownNow();
    String uri = uri().replace("mongodb://", "mongodb://gocua:bi-mat@") + "?authSource=admin";
    Run run = Run.backup(folder.resolve("backup.zip"), uri);
    run.expect(5);
    assertThat(run.out()).contains("không trả lời").doesNotContain("bi-mat");
  }
}
