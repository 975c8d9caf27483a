package vn.gocua.engine.journal.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.JournalContract;

/** On the stand-in: the wire protocol is real, durability is not. */
class MongoStandInJournalTest extends JournalContract {
  private final MongoServer server = new MongoServer(new StandInBackend());
  private final InetSocketAddress address = server.bind();

  @Override
  protected Journal open() {
    String uri = "mongodb://" + address.getHostString() + ":" + address.getPort() + "/gocua";
    return MongoJournal.open(uri, Clock.systemUTC());
  }

  @AfterEach
  void end() {
    server.shutdownNow();
  }
}
