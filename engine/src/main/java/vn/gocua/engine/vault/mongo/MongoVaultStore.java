package vn.gocua.engine.vault.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import vn.gocua.engine.vault.VaultStore;
import vn.gocua.engine.vault.VaultUnavailable;

/**
 * Sealed records in a collection of their own, written with {@code w: majority, j: true} and read
 * from the primary. An erased record lives on in the replica set's oplog until that has rolled over
 * it, and in backups: sealed.
 */
public final class MongoVaultStore implements VaultStore {
  private static final String DEFAULT_DATABASE = "gocua";

  /** The collection that is the vault. */
  static final String RECORDS = "vault";

  private final MongoClient client;
  private final MongoCollection<Document> records;

  private MongoVaultStore(MongoClient client, MongoCollection<Document> records) {
    this.client = client;
    this.records = records;
  }

  /**
   * Connects; whether the replica set answers is seen at the first call.
   *
   * @param uri as for the journal
   */
  public static MongoVaultStore open(String uri) {
    return open(uri, RECORDS);
  }

  /** The same with another collection. */
  static MongoVaultStore open(String uri, String collection) {
    ConnectionString connection = new ConnectionString(uri);
    MongoClient client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyToClusterSettings(c -> c.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(
                    s -> s.connectTimeout(3, TimeUnit.SECONDS).readTimeout(15, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(p -> p.maxSize(4).maxWaitTime(5, TimeUnit.SECONDS))
                .applicationName("gocua-vault")
                .applyConnectionString(connection)
                .build());
    String named = connection.getDatabase();
    return new MongoVaultStore(
        client,
        client
            .getDatabase(named == null ? DEFAULT_DATABASE : named)
            .getCollection(collection)
            .withWriteConcern(
                WriteConcern.MAJORITY.withJournal(true).withWTimeout(5, TimeUnit.SECONDS))
            .withReadConcern(ReadConcern.MAJORITY)
            .withReadPreference(ReadPreference.primary()));
  }

  /**
   * Renames the collection of a vault that cannot be opened.
   *
   * @param suffix of the new name
   * @return the new name; empty if there is no such collection
   */
  public static Optional<String> setAside(String uri, String suffix) {
    try (MongoVaultStore store = open(uri)) {
      if (store.size() == 0) {
        return Optional.empty();
      }
      String aside = RECORDS + suffix;
      store.rename(aside);
      return Optional.of(aside);
    }
  }

  @Override
  public void keep(String ref, byte[] sealed, Instant at) {
    Bson update =
        Updates.combine(
            Updates.setOnInsert("sealed", new Binary(sealed)), Updates.set("keptAt", date(at)));
    guarded(() -> {
      try {
        return records.updateOne(Filters.eq("_id", ref), update, new UpdateOptions().upsert(true));
      } catch (MongoWriteException e) {
        if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
          throw e;
        }
        // Two inserted at once: the other did, so now there is something to update.
        return records.updateOne(Filters.eq("_id", ref), update);
      }
    });
  }

  @Override
  public Optional<byte[]> read(String ref) {
    return guarded(() ->
        Optional.ofNullable(records.find(Filters.eq("_id", ref)).first())
            .map(record -> record.get("sealed", Binary.class).getData()));
  }

  @Override
  public boolean replace(String ref, byte[] before, byte[] after) {
    Bson same = Filters.and(Filters.eq("_id", ref), Filters.eq("sealed", new Binary(before)));
    Bson update = Updates.set("sealed", new Binary(after));
    return guarded(() -> records.updateOne(same, update).getMatchedCount() > 0);
  }

  @Override
  public boolean erase(String ref) {
    return guarded(() -> records.deleteOne(Filters.eq("_id", ref)).getDeletedCount() > 0);
  }

  @Override
  public boolean eraseIfKeptBefore(String ref, Instant time) {
    Bson old = Filters.and(Filters.eq("_id", ref), Filters.lt("keptAt", date(time)));
    return guarded(() -> records.deleteOne(old).getDeletedCount() > 0);
  }

  @Override
  public List<String> keptBefore(Instant time) {
    return guarded(() -> {
      List<String> refs = new ArrayList<>();
      records
          .find(Filters.lt("keptAt", date(time)))
          .projection(Projections.include("_id"))
          .sort(Sorts.ascending("_id"))
          .forEach(record -> refs.add(record.getString("_id")));
      return refs;
    });
  }

  @Override
  public void readAll(Reader reader) {
    guarded(() -> {
      records
          .find()
          .sort(Sorts.ascending("_id"))
          .forEach(record ->
              reader.take(
                  record.getString("_id"),
                  record.get("sealed", Binary.class).getData(),
                  record.getDate("keptAt").toInstant()));
      return true;
    });
  }

  @Override
  public long size() {
    return guarded(() -> records.countDocuments());
  }

  /** Removes the collection with everything in it. */
  void drop() {
    guarded(() -> {
      records.drop();
      return true;
    });
  }

  /**
   * Renames this vault's collection.
   *
   * @throws VaultUnavailable if the name is taken
   */
  void rename(String collection) {
    guarded(() -> {
      String database = records.getNamespace().getDatabaseName();
      records.renameCollection(new MongoNamespace(database, collection));
      return true;
    });
  }

  private static Date date(Instant instant) {
    return Date.from(instant);
  }

  private static <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (MongoException e) {
      throw new VaultUnavailable("MongoDB: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
