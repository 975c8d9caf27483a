package vn.gocua.engine.journal.mongo;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.JournalContract;
import vn.gocua.testkit.mongo.FakeMongo;

/** On the stand-in: the wire protocol is real, durability is not. */
class FakeMongoJournalTest extends JournalContract {
  private final FakeMongo mongo = FakeMongo.start();

  @Override
  protected Journal open() {
    return MongoJournal.open(mongo.uri() + "/gocua", Clock.systemUTC());
  }

  @AfterEach
  void end() {
    mongo.close();
  }
}
