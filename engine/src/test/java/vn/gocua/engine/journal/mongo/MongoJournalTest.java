package vn.gocua.engine.journal.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.JournalContract;

/** On a real MongoDB, in a database of its own that goes with the test. */
@EnabledIfEnvironmentVariable(
    named = "GOCUA_TEST_MONGO_URI",
    matches = "mongodb.*",
    disabledReason =
        "no real MongoDB: set GOCUA_TEST_MONGO_URI to a replica set's connection string")
class MongoJournalTest extends JournalContract {
  private final String database = "gocua_test_" + UUID.randomUUID().toString().replace("-", "");
  private final String uri =
      Objects.requireNonNullElse(System.getenv("GOCUA_TEST_MONGO_URI"), "mongodb://127.0.0.1");

  @Override
  protected Journal open() {
    ConnectionString connection = new ConnectionString(uri);
    String named = connection.getDatabase();
    String own =
        named == null
            ? uri.replaceFirst("(mongodb(?:\\+srv)?://[^/?]+)/?", "$1/" + database)
            : uri.replaceFirst("/" + named, "/" + database);
    return MongoJournal.open(own, Clock.systemUTC());
  }

  @AfterEach
  void drop() {
    try (MongoClient client = MongoClients.create(uri)) {
      client.getDatabase(database).drop();
    }
  }
}
