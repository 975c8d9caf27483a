package vn.gocua.engine.documents.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonString;
import vn.gocua.base.file.PrivateFile;
import vn.gocua.engine.documents.store.DocumentStore;

/** Files in GridFS, in the journal's database; each engine keeps a copy of those it has sent. */
public final class GridFsStore implements DocumentStore, AutoCloseable {
  private static final String USUAL_DATABASE = "gocua";

  private final MongoClient client;
  private final GridFSBucket bucket;
  private final Path copies;

  private GridFsStore(MongoClient client, GridFSBucket bucket, Path copies) {
    this.client = client;
    this.bucket = bucket;
    this.copies = copies;
  }

  /**
   * Opens the store; no connection is made before it is used.
   *
   * @param copies a folder of this engine's own
   */
  public static GridFsStore open(String connection, Path copies) {
    ConnectionString parsed = new ConnectionString(connection);
    MongoClient client = MongoClients.create(parsed);
    String database = parsed.getDatabase() == null ? USUAL_DATABASE : parsed.getDatabase();
    GridFSBucket bucket =
        GridFSBuckets.create(client.getDatabase(database), "documents")
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    return new GridFsStore(client, bucket, copies);
  }

  @Override
  public Path incoming() throws IOException {
    return PrivateFile.folder(copies.resolve("incoming"));
  }

  @Override
  public void keep(String id, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      bucket.uploadFromStream(new BsonString(id), id, in);
    } catch (MongoException e) {
      throw new IOException(e);
    }
    Files.move(file, copies.resolve(id), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public Optional<Path> find(String id) throws IOException {
    Path copy = copies.resolve(id);
    if (Files.isRegularFile(copy)) {
      return Optional.of(copy);
    }
    try {
      GridFSFile there = bucket.find(Filters.eq("_id", id)).first();
      if (there == null) {
        return Optional.empty();
      }
      Path unfinished = Files.createTempFile(incoming(), "copy", ".tmp");
      try (OutputStream out = Files.newOutputStream(unfinished)) {
        bucket.downloadToStream(new BsonString(id), out);
      }
      Files.move(unfinished, copy, StandardCopyOption.REPLACE_EXISTING);
      return Optional.of(copy);
    } catch (MongoException e) {
      throw new IOException(e);
    }
  }

  @Override
  public List<String> ids() throws IOException {
    List<String> ids = new ArrayList<>();
    try {
      bucket.find().forEach(file -> ids.add(file.getFilename()));
    } catch (MongoException e) {
      throw new IOException(e);
    }
    return ids.stream().sorted().toList();
  }

  @Override
  public void erase(String id) throws IOException {
    Files.deleteIfExists(copies.resolve(id));
    try {
      if (bucket.find(Filters.eq("_id", id)).first() != null) {
        bucket.delete(new BsonString(id));
      }
    } catch (MongoException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
