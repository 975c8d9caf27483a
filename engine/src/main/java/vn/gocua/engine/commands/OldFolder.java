package vn.gocua.engine.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.gocua.base.console.Console;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.help.contact.HelpContacts;
import vn.gocua.engine.journal.sqlite.FolderLock;
import vn.gocua.engine.learning.LearnerContacts;
import vn.gocua.engine.vault.Vault;
import vn.gocua.engine.vault.sqlite.SqliteVaultStore;

/**
 * A data folder whose campaign is over and whose engine is stopped. Its old personal data is erased
 * without the vault's key, which may be lost by then. The journal stays as it is: it names nobody.
 */
record OldFolder(Path data) {
  /** Files of a vault that was given up, with the time in their names. */
  private static final String GIVEN_UP = Settings.VAULT_FILE + ".locked-*";

  /**
   * Number of records that were erased.
   *
   * @param requests contacts of help requests, with their groups
   * @param learners contacts of attendees of classes
   * @param others records of any other kind
   * @param files of vaults that had been given up
   */
  record Erased(int requests, int learners, int others, int files) {}

  /**
   * Erases what was last kept before a time. Stopped in the middle, it may be run again.
   *
   * @throws StartRefused if there is no vault, or an engine runs on the folder
   * @throws IOException if the folder cannot be read or written
   */
  Erased eraseKeptBefore(Instant time) throws IOException {
    if (!Files.exists(data.resolve(Settings.VAULT_FILE))) {
      throw refused("erase.no-vault");
    }
    Optional<FolderLock> lock = FolderLock.tryHold(data);
    if (lock.isEmpty()) {
      throw refused("erase.running");
    }
    try (FolderLock _ = lock.get();
        SqliteVaultStore store = SqliteVaultStore.open(data.resolve(Settings.VAULT_FILE))) {
      List<String> refs =
          store.keptBefore(time).stream()
              .filter(Vault::isPersonal)
              .filter(ref -> store.eraseIfKeptBefore(ref, time))
              .toList();
      int requests = (int) refs.stream().filter(HelpContacts::isRef).count();
      int learners = (int) refs.stream().filter(LearnerContacts::isRef).count();
      return new Erased(requests, learners, refs.size() - requests - learners, eraseGivenUp(time));
    }
  }

  private int eraseGivenUp(Instant time) throws IOException {
    List<Path> old;
    try (Stream<Path> files =
        Files.find(data, 1, (file, _) -> isGivenUp(file) && isOlder(file, time))) {
      old = files.toList();
    }
    for (Path file : old) {
      Files.delete(file);
    }
    return old.size();
  }

  private static boolean isGivenUp(Path file) {
    return file.getFileSystem().getPathMatcher("glob:" + GIVEN_UP).matches(file.getFileName());
  }

  private static boolean isOlder(Path file, Instant time) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(time);
    } catch (IOException _) {
      return false;
    }
  }

  private StartRefused refused(String key) {
    return new StartRefused(StartRefused.Reason.VAULT, Console.text(key, data));
  }
}
