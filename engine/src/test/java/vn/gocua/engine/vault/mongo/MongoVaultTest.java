package vn.gocua.engine.vault.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.gocua.engine.vault.VaultContract;
import vn.gocua.engine.vault.VaultStore;

/** On a real MongoDB, in a database of its own that goes with the test. */
@EnabledIfEnvironmentVariable(
    named = "GOCUA_TEST_MONGO_URI",
    matches = "mongodb.*",
    disabledReason =
        "no real MongoDB: set GOCUA_TEST_MONGO_URI to a replica set's connection string")
class MongoVaultTest extends VaultContract {
  private final String database = "gocua_test_" + UUID.randomUUID().toString().replace("-", "");
  private final String uri =
      Objects.requireNonNullElse(System.getenv("GOCUA_TEST_MONGO_URI"), "mongodb://127.0.0.1");

  @Override
  protected VaultStore open() {
    return MongoVaultStore.open(
        uri.replaceFirst("(mongodb(?:\\+srv)?://[^/?]+)(/[^?]*)?", "$1/" + database));
  }

  @AfterEach
  void drop() {
    try (MongoClient client = MongoClients.create(uri)) {
      client.getDatabase(database).drop();
    }
  }
}
