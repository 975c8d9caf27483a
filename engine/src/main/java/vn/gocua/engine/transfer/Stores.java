package vn.gocua.engine.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.FolderLock;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.JournalExists;
import vn.gocua.engine.journal.SqliteSnapshot;
import vn.gocua.engine.journal.SqliteUnfinished;
import vn.gocua.engine.journal.Unfinished;
import vn.gocua.engine.journal.mongo.MongoJournal;
import vn.gocua.engine.journal.mongo.MongoUnfinished;

/** The stores that one command has opened, and the folders it holds, until it ends. */
final class Stores implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Set<Path> held = new HashSet<>();

  /** A journal to read, an engine at work in it or not. */
  EventSource source(Location location) {
    return switch (location) {
      case Location.Sqlite(Path file) -> {
        SqliteSnapshot snapshot = opened(SqliteSnapshot.of(file));
        yield new Source(snapshot.size(), snapshot::readAll);
      }
      case Location.Mongo(String uri) -> {
        Journal journal = opened(MongoJournal.open(uri, Clock.systemUTC()));
        yield new Source(journal.size(), reader -> journal.readAll("", reader));
      }
    };
  }

  /**
   * Says so if there is plainly nothing to read.
   *
   * @throws TransferFailed if the embedded store's file is missing
   */
  static void refuseMissing(Location location) {
    if (location instanceof Location.Sqlite(Path file) && !Files.exists(file)) {
      throw new TransferFailed(TransferFailed.Reason.USAGE, "source.missing", file);
    }
  }

  private record Source(long size, Consumer<Consumer<Event>> reading) implements EventSource {
    @Override
    public void read(Consumer<Event> reader) {
      reading.accept(reader);
    }
  }

  /** A place for a journal where there is none yet. */
  Unfinished target(Location location) {
    try {
      return opened(
          switch (location) {
            case Location.Sqlite(Path file) -> SqliteUnfinished.open(file);
            case Location.Mongo(String uri) -> MongoUnfinished.open(uri, Clock.systemUTC());
          });
    } catch (JournalExists e) {
      throw new TransferFailed(
          TransferFailed.Reason.IN_THE_WAY,
          "target.exists",
          location.display(),
          String.valueOf(e.getMessage()));
    }
  }

  /**
   * Keeps engines out of a store from now on. Of a MongoDB nobody can know who else writes there.
   *
   * @throws TransferFailed if one is at work in it
   */
  void keepEnginesOut(Location location) {
    if (!(location instanceof Location.Sqlite sqlite) || !held.add(sqlite.folder())) {
      return;
    }
    try {
      open.push(
          FolderLock.tryHold(sqlite.folder())
              .orElseThrow(() ->
                  new TransferFailed(
                      TransferFailed.Reason.IN_THE_WAY, "store.in-use", sqlite.folder())));
    } catch (IOException e) {
      throw new TransferFailed(
          TransferFailed.Reason.USAGE,
          "store.not-writable",
          sqlite.folder(),
          String.valueOf(e.getMessage()));
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  /** Closes everything in the reverse order of its opening. */
  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception _) {
        // What was written is durable; the process ends anyway.
      }
    }
  }
}
