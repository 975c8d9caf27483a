package vn.gocua.engine.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.console.Console;
import vn.gocua.base.file.PrivateFile;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.vault.Vault;
import vn.gocua.engine.vault.VaultLocked;
import vn.gocua.engine.vault.VaultLocked.Reason;
import vn.gocua.engine.vault.VaultStore;
import vn.gocua.engine.vault.VaultUnavailable;
import vn.gocua.engine.vault.mongo.MongoVaultStore;
import vn.gocua.engine.vault.sqlite.SqliteVaultStore;

/**
 * Opens the vault beside the journal, or explains why it can't. A used vault is begun again only on
 * an operator's order.
 */
public final class VaultOpener {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Settings settings;
  private final Instant now;

  private VaultOpener(Settings settings, Instant now) {
    this.settings = settings;
    this.now = now;
  }

  /**
   * An open vault.
   *
   * @param anew whether it replaces a vault that was given up, and the journal does not record the
   *     loss yet
   * @param newKey the key's file, if it was made now and has no copy yet
   * @param aside new place of the given-up vault; null if none was found
   */
  public record Opened(Vault vault, boolean anew, @Nullable Path newKey, @Nullable String aside) {}

  /**
   * A vault that is in use; nothing is made where there is none.
   *
   * @param now by the computer's clock
   * @throws StartRefused if its key is missing or another one, or its store does not answer
   */
  public static Vault of(Settings settings, Instant now) {
    VaultOpener opener = new VaultOpener(settings, now);
    return opener.telling(() -> {
      if (opener.mark().isEmpty()) {
        throw new StartRefused(
            StartRefused.Reason.VAULT, Console.text("rotate.no-vault", opener.place()));
      }
      return opener.opened();
    });
  }

  /**
   * Opens the vault of an engine's journal.
   *
   * @param without whether to give the vault up if it cannot be opened
   * @param now by the computer's clock; names the given-up vault
   * @throws StartRefused likewise; or if it can be opened, and was to be given up
   */
  public static Opened of(
      Settings settings, Journal journal, String campaign, boolean without, Instant now) {
    VaultOpener opener = new VaultOpener(settings, now);
    return opener.telling(() -> opener.opened(journal, campaign, without));
  }

  private interface Opening<T> {
    T open() throws IOException;
  }

  private <T> T telling(Opening<T> opening) {
    try {
      return opening.open();
    } catch (VaultLocked e) {
      String key =
          switch (e.reason()) {
            case KEY_MISSING -> "start.vault-key-missing";
            case KEY_NOT_READABLE -> "start.vault-key-not-readable";
            case WRONG_KEY -> "start.vault-wrong-key";
            case VAULT_GONE -> "start.vault-gone";
          };
      String ways =
          e.reason() == Reason.VAULT_GONE
              ? ""
              : Console.text("start.vault-ways", e.keyFile()) + "\n";
      throw new StartRefused(
          StartRefused.Reason.VAULT,
          Console.text(key, e.keyFile(), place()) + "\n" + ways + Console.text("start.vault-dies"));
    } catch (VaultUnavailable e) {
      throw unreachable(e);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private static StartRefused unreachable(Exception e) {
    return new StartRefused(
        StartRefused.Reason.VAULT,
        Console.text("start.vault-unreachable", String.valueOf(e.getMessage())));
  }

  private Opened opened(Journal journal, String campaign, boolean without) throws IOException {
    try (GroupCommit commit = new GroupCommit(journal, 1, _ -> {})) {
      VaultBook book = new VaultBook(campaign, journal, commit);
      Trouble trouble = trouble(journal);
      String aside = null;
      if (trouble.reason().isPresent()) {
        boolean known = book.isGivenUp(trouble.mark());
        if (!known && !without) {
          throw new VaultLocked(trouble.reason().get(), settings.vaultKeyFile());
        }
        if (!known) {
          VaultBook.giveUp(journal, List.of(campaign), trouble.mark().orElse(null), now);
        }
        aside = setAside(trouble);
      } else if (without && !book.isGivenUp()) {
        throw new StartRefused(
            StartRefused.Reason.CONFIGURATION,
            Console.text("start.vault-opens", settings.vaultKeyFile()));
      }
      PrivateFile.shut(settings.vaultKeyFile());
      Path newKey = Files.exists(settings.vaultKeyFile()) ? null : settings.vaultKeyFile();
      return new Opened(opened(), book.isGivenUp(), newKey, aside);
    }
  }

  /**
   * Reason why the vault can't be opened.
   *
   * @param mark of the vault that is there; empty if there is none
   */
  private record Trouble(Optional<Reason> reason, Optional<String> mark) {}

  private Trouble trouble(Journal journal) {
    Path key = settings.vaultKeyFile();
    Optional<String> mark = mark();
    if (mark.isEmpty() && journal.size() > 0) {
      // Another engine that starts may have made it meanwhile: first the vault, then the journal.
      mark = mark();
      if (mark.isEmpty()) {
        return new Trouble(Optional.of(Reason.VAULT_GONE), mark);
      }
    }
    if (mark.isEmpty()) {
      return new Trouble(Files.exists(key) ? Vault.unusable(key) : Optional.empty(), mark);
    }
    try (VaultStore store = store()) {
      return new Trouble(Vault.trouble(store, key), mark);
    }
  }

  /** Of the vault that is there; to look makes none. */
  private Optional<String> mark() {
    if (isEmbedded() && !Files.exists(settings.data().resolve(Settings.VAULT_FILE))) {
      return Optional.empty();
    }
    try (VaultStore store = store()) {
      return Vault.mark(store);
    }
  }

  /** Renames the given-up vault and keeps it: the key may be found again. */
  private @Nullable String setAside(Trouble trouble) throws IOException {
    String suffix = ".locked-" + STAMP.format(now);
    Path key = settings.vaultKeyFile();
    if (Files.exists(key) && Vault.unusable(key).isPresent()) {
      Files.move(key, key.resolveSibling(key.getFileName() + ".unusable-" + STAMP.format(now)));
    }
    if (trouble.mark().isEmpty()) {
      return null;
    }
    return isEmbedded()
        ? SqliteVaultStore.setAside(settings.data().resolve(Settings.VAULT_FILE), suffix)
            .map(Path::toString)
            .orElse(null)
        : MongoVaultStore.setAside(settings.journal(), suffix).orElse(null);
  }

  private Vault opened() {
    VaultStore store = store();
    try {
      return Vault.open(store, settings.vaultKeyFile(), now);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private VaultStore store() {
    return isEmbedded()
        ? SqliteVaultStore.open(settings.data().resolve(Settings.VAULT_FILE))
        : MongoVaultStore.open(settings.journal());
  }

  private boolean isEmbedded() {
    return settings.journal().equals(Settings.EMBEDDED);
  }

  private String place() {
    return isEmbedded()
        ? settings.data().resolve(Settings.VAULT_FILE).toString()
        : "MongoDB: vault";
  }
}
