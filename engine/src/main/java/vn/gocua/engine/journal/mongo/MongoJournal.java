package vn.gocua.engine.journal.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.JournalUnavailable;

/**
 * The journal in a MongoDB replica set: one event is one document with the same id. Written with
 * {@code w: majority, j: true} and read from the primary with majority. So every engine sees
 * acknowledged events, and no election loses them.
 *
 * <p>A time-out, a lost connection, an election or a write-concern error leaves the fate of the
 * call unknown and throws accordingly: appending again is harmless.
 */
public final class MongoJournal implements Journal {
  private static final int DUPLICATE_KEY = 11000;

  /** Events in one answer of the server's, so that a reader needs little memory. */
  private static final int BATCH = 1000;

  /** The collection that is the journal. */
  static final String EVENTS = "events";

  private final MongoClient client;
  private final MongoCollection<Document> events;
  private final EventDocuments documents;

  private MongoJournal(MongoClient client, MongoCollection<Document> events, Clock clock) {
    this.client = client;
    this.events = events;
    this.documents = new EventDocuments(clock);
  }

  /**
   * Connects, and makes the index where there is none.
   *
   * @param uri a {@code mongodb://} or {@code mongodb+srv://} connection string; its database is
   *     «gocua» unless it names one
   * @throws JournalUnavailable if the replica set cannot be reached
   * @throws IllegalArgumentException if the string is not a connection string
   */
  public static MongoJournal open(String uri, Clock clock) {
    return open(uri, EVENTS, clock);
  }

  /** The same with another collection. */
  static MongoJournal open(String uri, String collection, Clock clock) {
    ConnectionString connection = new ConnectionString(uri);
    MongoClient client = ReplicaSet.connect(connection);
    try {
      MongoCollection<Document> events =
          ReplicaSet.durable(
              client.getDatabase(ReplicaSet.database(connection)).getCollection(collection));
      events.createIndex(Indexes.ascending("stream", "place"));
      return new MongoJournal(client, events, clock);
    } catch (MongoException e) {
      client.close();
      throw new JournalUnavailable(
          "MongoDB at " + connection.getHosts() + ": " + e.getMessage(), e);
    }
  }

  /**
   * Hosts and database of a connection string, without the password.
   *
   * @throws IllegalArgumentException if it is not a connection string
   * @throws JournalUnavailable if its parts are in the DNS, and that does not answer
   */
  public static String display(String uri) {
    return guarded(() -> {
      ConnectionString connection = new ConnectionString(uri);
      return "mongodb://"
          + String.join(",", connection.getHosts())
          + "/"
          + ReplicaSet.database(connection);
    });
  }

  @Override
  public List<Appended> append(List<Event> appended) {
    if (appended.isEmpty()) {
      return List.of();
    }
    return guarded(() -> {
      Map<Integer, Boolean> taken = new HashMap<>();
      try {
        events.insertMany(
            appended.stream().map(documents::document).toList(),
            new InsertManyOptions().ordered(false));
      } catch (MongoBulkWriteException e) {
        noteTaken(e, taken);
      }
      return outcomes(appended, taken);
    });
  }

  /** Only «that id is taken» is an answer; any other error leaves the call's fate unknown. */
  private static void noteTaken(MongoBulkWriteException failure, Map<Integer, Boolean> taken) {
    if (failure.getWriteConcernError() != null) {
      throw failure;
    }
    for (BulkWriteError error : failure.getWriteErrors()) {
      if (error.getCode() != DUPLICATE_KEY) {
        throw failure;
      }
      taken.put(error.getIndex(), true);
    }
  }

  private List<Appended> outcomes(List<Event> appended, Map<Integer, Boolean> taken) {
    Map<String, Event> stored =
        taken.isEmpty()
            ? Map.of()
            : find(taken.keySet().stream().map(index -> appended.get(index).id()).toList());
    List<Appended> outcomes = new ArrayList<>(appended.size());
    for (int i = 0; i < appended.size(); i++) {
      Event event = appended.get(i);
      if (!taken.containsKey(i)) {
        outcomes.add(new Appended.New(event));
        continue;
      }
      Event held = stored.get(event.id());
      if (held == null) {
        throw new JournalUnavailable("an id is taken by a write that no majority has yet", null);
      }
      outcomes.add(Appended.taken(event, held));
    }
    return outcomes;
  }

  @Override
  public Map<String, Event> find(Collection<String> ids) {
    Map<String, Event> found = new HashMap<>();
    each(events.find(Filters.in("_id", ids)), event -> found.put(event.id(), event));
    return found;
  }

  @Override
  public void readStream(String stream, Consumer<Event> reader) {
    each(events.find(Filters.eq("stream", stream)).sort(Sorts.ascending("place")), reader);
  }

  @Override
  public void readIds(String stream, Consumer<String> reader) {
    guarded(() -> {
      events
          .find(Filters.eq("stream", stream))
          .projection(Projections.include("_id"))
          .batchSize(BATCH)
          .forEach(document -> reader.accept(document.getString("_id")));
      return true;
    });
  }

  @Override
  public void readAll(String streamPrefix, Consumer<Event> reader) {
    each(events.find(under(streamPrefix)).sort(Sorts.ascending("stream", "place")), reader);
  }

  @Override
  public void readAll(String streamPrefix, String type, Consumer<Event> reader) {
    Bson wanted = Filters.and(under(streamPrefix), Filters.eq("type", type));
    each(events.find(wanted).sort(Sorts.ascending("stream", "place")), reader);
  }

  /** The index answers by skipping from stream to stream; some 300,000 names fit an answer. */
  @Override
  public List<String> streams(String streamPrefix) {
    return guarded(() ->
        events
            .distinct("stream", under(streamPrefix), String.class)
            .into(new ArrayList<>())
            .stream()
            .sorted()
            .toList());
  }

  @Override
  public Map<String, Integer> versions(String streamPrefix) {
    return guarded(() -> {
      Map<String, Integer> versions = new HashMap<>();
      events
          .aggregate(
              List.of(
                  Aggregates.match(under(streamPrefix)),
                  Aggregates.group("$stream", Accumulators.sum("events", 1))))
          .batchSize(BATCH)
          .forEach(row ->
              versions.put(row.getString("_id"), row.get("events", Number.class).intValue()));
      return versions;
    });
  }

  @Override
  public long count(String stream) {
    return guarded(() -> events.countDocuments(Filters.eq("stream", stream)));
  }

  @Override
  public long size() {
    return guarded(() -> events.countDocuments());
  }

  /** Number of events in another collection of the same database. */
  long sizeOf(String collection) {
    return guarded(() -> beside(collection).countDocuments());
  }

  /**
   * Renames this journal's collection.
   *
   * @throws JournalUnavailable if the name is taken by a collection with documents
   */
  void rename(String collection) {
    guarded(() -> {
      MongoCollection<Document> taken = beside(collection);
      if (taken.countDocuments() == 0) {
        taken.drop();
      }
      events.renameCollection(
          new MongoNamespace(events.getNamespace().getDatabaseName(), collection));
      return true;
    });
  }

  private MongoCollection<Document> beside(String collection) {
    return ReplicaSet.durable(
        client.getDatabase(events.getNamespace().getDatabaseName()).getCollection(collection));
  }

  private static Bson under(String streamPrefix) {
    return Filters.and(
        Filters.gte("stream", streamPrefix),
        Filters.lt("stream", streamPrefix + Character.MAX_VALUE));
  }

  private static void each(FindIterable<Document> found, Consumer<Event> reader) {
    guarded(() -> {
      found.batchSize(BATCH).forEach(document -> reader.accept(EventDocuments.event(document)));
      return true;
    });
  }

  private static <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (MongoException e) {
      throw new JournalUnavailable("MongoDB: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
