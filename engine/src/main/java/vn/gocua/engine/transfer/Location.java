package vn.gocua.engine.transfer;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.journal.mongo.MongoJournal;

/** Place of a journal. */
sealed interface Location {

  /** Text for display, without passwords. */
  String display();

  /** The embedded store's file. */
  record Sqlite(Path file) implements Location {
    @Override
    public String display() {
      return "sqlite:" + file;
    }

    Path vault() {
      return file.resolveSibling(Settings.VAULT_FILE);
    }

    Path folder() {
      return file.resolveSibling("");
    }
  }

  /** A replica set. */
  record Mongo(String uri) implements Location {
    @Override
    public String display() {
      return MongoJournal.display(uri);
    }

    @Override
    public String toString() {
      return display();
    }
  }

  /** Place of the journal of an engine with these settings. */
  static Location of(Settings settings) {
    return settings.journal().equals(Settings.EMBEDDED)
        ? new Sqlite(settings.journalFile())
        : mongo(settings.journal());
  }

  /**
   * Reads {@code sqlite:PATH} (a file, or a data folder) or a MongoDB connection string.
   *
   * @throws TransferFailed if it is neither
   */
  static Location parse(String text) {
    if (text.startsWith("mongodb://") || text.startsWith("mongodb+srv://")) {
      return mongo(text);
    }
    if (text.startsWith("sqlite:") && text.length() > "sqlite:".length()) {
      try {
        Path path = Path.of(text.substring("sqlite:".length())).toAbsolutePath().normalize();
        boolean folder = Files.isDirectory(path) || text.endsWith("/");
        return new Sqlite(folder ? path.resolve(Settings.JOURNAL_FILE) : path);
      } catch (InvalidPathException _) {
        // Reported below.
      }
    }
    throw new TransferFailed(TransferFailed.Reason.USAGE, "location.unknown");
  }

  private static Location mongo(String uri) {
    try {
      Mongo mongo = new Mongo(uri);
      mongo.display();
      return mongo;
    } catch (IllegalArgumentException _) {
      throw new TransferFailed(TransferFailed.Reason.USAGE, "location.bad-mongodb");
    }
  }
}
