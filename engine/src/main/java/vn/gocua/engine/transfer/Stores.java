package vn.gocua.engine.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.gocua.base.file.Folders;
import vn.gocua.engine.documents.mongo.GridFsStore;
import vn.gocua.engine.documents.store.DocumentStore;
import vn.gocua.engine.documents.store.FolderStore;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.JournalExists;
import vn.gocua.engine.journal.StagedJournal;
import vn.gocua.engine.journal.mongo.MongoJournal;
import vn.gocua.engine.journal.mongo.StagedMongoJournal;
import vn.gocua.engine.journal.sqlite.FolderLock;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.engine.journal.sqlite.SqliteSnapshot;
import vn.gocua.engine.journal.sqlite.StagedSqliteJournal;
import vn.gocua.engine.stores.VaultBook;
import vn.gocua.engine.transfer.archive.RecordSource;
import vn.gocua.engine.transfer.archive.SealedRecord;
import vn.gocua.engine.vault.StagedVault;
import vn.gocua.engine.vault.VaultStore;
import vn.gocua.engine.vault.mongo.MongoVaultStore;
import vn.gocua.engine.vault.mongo.StagedMongoVault;
import vn.gocua.engine.vault.sqlite.SqliteVaultStore;
import vn.gocua.engine.vault.sqlite.StagedSqliteVault;

/** The stores that one command has opened, and the folders it holds, until it ends. */
final class Stores implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Set<Path> held = new HashSet<>();
  private final Clock clock;

  Stores(Clock clock) {
    this.clock = clock;
  }

  /** A journal to read, an engine at work in it or not. */
  RecordSource<Event> source(Location location) {
    return switch (location) {
      case Location.Sqlite(Path file) -> {
        SqliteSnapshot snapshot = opened(SqliteSnapshot.of(file));
        yield new Reading<>(snapshot.size(), snapshot::readAll);
      }
      case Location.Mongo(String uri) -> {
        Journal journal = opened(MongoJournal.open(uri, clock));
        yield new Reading<>(journal.size(), reader -> journal.readAll("", reader));
      }
    };
  }

  /** The vault beside a journal, to read; empty if there is none. */
  RecordSource<SealedRecord> vault(Location location) {
    return existingVault(location).orElseGet(RecordSource::nothing);
  }

  /** The vault beside a journal, if there is one. */
  Optional<RecordSource<SealedRecord>> existingVault(Location location) {
    VaultStore store =
        switch (location) {
          case Location.Sqlite sqlite ->
              Files.exists(sqlite.vault()) ? opened(SqliteVaultStore.open(sqlite.vault())) : null;
          case Location.Mongo(String uri) -> opened(MongoVaultStore.open(uri));
        };
    if (store == null || (location instanceof Location.Mongo && store.size() == 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new Reading<>(store.size(), reader -> store.readAll(SealedRecord.reader(reader))));
  }

  /** The documents beside a journal. */
  DocumentStore documents(Location location) throws IOException {
    return switch (location) {
      case Location.Sqlite sqlite -> new FolderStore(sqlite.folder().resolve("documents"));
      case Location.Mongo(String uri) -> {
        Path copies = Files.createTempDirectory("gocua-documents");
        open.push(() -> Folders.delete(copies));
        yield opened(GridFsStore.open(uri, copies));
      }
    };
  }

  /** A place for a vault where there is none. */
  StagedVault vaultTarget(Location location) {
    return opened(
        switch (location) {
          case Location.Sqlite sqlite -> StagedSqliteVault.open(sqlite.vault());
          case Location.Mongo(String uri) -> StagedMongoVault.open(uri);
        });
  }

  /** Records in a restored journal that its vault was not restored, for the next start. */
  void giveUpVault(Location location, List<String> campaigns) {
    try (Journal journal =
        switch (location) {
          case Location.Sqlite(Path file) -> SqliteJournal.open(file);
          case Location.Mongo(String uri) -> MongoJournal.open(uri, clock);
        }) {
      VaultBook.giveUp(journal, campaigns, null, clock.instant());
    }
  }

  /**
   * Refuses a source that does not exist.
   *
   * @throws TransferFailed if the embedded store's file is missing
   */
  static void refuseMissing(Location location) {
    if (location instanceof Location.Sqlite(Path file) && !Files.exists(file)) {
      throw new TransferFailed(TransferFailed.Reason.USAGE, "source.missing", file);
    }
  }

  private record Reading<T>(long size, Consumer<Consumer<T>> reading) implements RecordSource<T> {
    @Override
    public void read(Consumer<T> reader) {
      reading.accept(reader);
    }
  }

  /** A place for a journal where there is none yet. */
  StagedJournal target(Location location) {
    try {
      return opened(
          switch (location) {
            case Location.Sqlite(Path file) -> StagedSqliteJournal.open(file);
            case Location.Mongo(String uri) -> StagedMongoJournal.open(uri, clock);
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
   * Keeps engines out of a store from now on. Other writers of a MongoDB can't be detected.
   *
   * @throws TransferFailed if an engine is running on it
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
        // The copy is durable, and the process ends anyway.
      }
    }
  }
}
