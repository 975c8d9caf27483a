package vn.gocua.engine.journal.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** Timeouts, and read and write concern, for the journal's replica set. */
final class ReplicaSet {
  private static final String DEFAULT_DATABASE = "gocua";

  private ReplicaSet() {}

  /** The database that a connection string names, or the usual one. */
  static String database(ConnectionString connection) {
    String named = connection.getDatabase();
    return named == null ? DEFAULT_DATABASE : named;
  }

  /** Connects; whether the replica set answers is seen at the first call. */
  static MongoClient connect(ConnectionString connection) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyToClusterSettings(c -> c.serverSelectionTimeout(5, TimeUnit.SECONDS))
            .applyToSocketSettings(
                s -> s.connectTimeout(3, TimeUnit.SECONDS).readTimeout(15, TimeUnit.SECONDS))
            .applyToConnectionPoolSettings(p -> p.maxWaitTime(5, TimeUnit.SECONDS))
            .applicationName("gocua-engine")
            .retryWrites(true)
            .retryReads(true)
            .applyConnectionString(connection)
            .build());
  }

  /** The same collection, written and read with majority, so that no election loses a write. */
  static MongoCollection<Document> durable(MongoCollection<Document> collection) {
    return collection
        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true).withWTimeout(5, TimeUnit.SECONDS))
        .withReadConcern(ReadConcern.MAJORITY)
        .withReadPreference(ReadPreference.primary());
  }
}
