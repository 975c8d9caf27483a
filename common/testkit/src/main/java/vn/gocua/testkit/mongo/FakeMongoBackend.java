package vn.gocua.testkit.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;

/**
 * Memory of the stand-in with two additions to the library, which scans everything instead:
 * non-unique indexes, and pipelines that start with an index.
 */
final class FakeMongoBackend extends MemoryBackend {
  @Override
  public MemoryDatabase openOrCreateDatabase(String name) {
    return new Indexed(name, getCursorRegistry());
  }

  private static final class Indexed extends MemoryDatabase {
    Indexed(String name, CursorRegistry cursors) {
      super(name, cursors);
    }

    @Override
    protected Index<Integer> openOrCreateSecondaryIndex(
        String collection, String name, List<IndexKey> keys, boolean sparse) {
      return new StreamsIndex(name, keys);
    }

    @Override
    public Document handleCommand(
        Channel channel,
        String command,
        Document query,
        DatabaseResolver databases,
        Oplog changes) {
      if (command.equals("aggregate")
          && query.get(command) instanceof String name
          && query.get("pipeline") instanceof List<?> stages
          && !stages.isEmpty()
          && stages.getFirst() instanceof Document first
          && first.get("$match") instanceof Document match) {
        MongoCollection<Integer> collection = resolveCollection(name, false);
        if (collection != null) {
          Aggregation rest =
              Aggregation.fromPipeline(
                  Aggregation.parse(stages.subList(1, stages.size())),
                  databases,
                  this,
                  collection,
                  changes);
          rest.validate(query);
          return firstBatch(
              collection.getFullName(), rest.runStages(collection.handleQueryAsStream(match)));
        }
      }
      return super.handleCommand(channel, command, query, databases, changes);
    }

    private static Document firstBatch(String collection, List<Document> documents) {
      return new Document(
              "cursor",
              new Document("id", 0L).append("ns", collection).append("firstBatch", documents))
          .append("ok", 1.0);
    }
  }
}
