package vn.gocua.engine.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.gocua.base.console.Console;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.InvalidConfig;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.journal.sqlite.FolderLock;
import vn.gocua.engine.stores.VaultOpener;
import vn.gocua.engine.vault.KeyRotation;
import vn.gocua.engine.vault.Vault;
import vn.gocua.engine.vault.VaultLocked;
import vn.gocua.engine.vault.VaultUnavailable;

/**
 * Gives the vault a new key in three steps: add it, seal old records with it, remove the old keys.
 * The engines are restarted after the first.
 */
@Command(
    name = "rotate-key",
    mixinStandardHelpOptions = true,
    description = "Adds a key to the vault's key file and makes it the one that seals from now on.")
public final class RotateKeyCommand implements Callable<Integer> {
  /** Number of progress reports. */
  private static final long PARTS = 10;

  @Option(
      names = "--reseal",
      description =
          "seal with the newest key what older ones sealed; may be stopped and begun again")
  private boolean reseal;

  @Option(
      names = "--retire",
      description = "take the older keys out of the file, if no record needs them any more")
  private boolean retire;

  @Override
  public Integer call() {
    ConfigErrors errors = new ConfigErrors();
    try {
      Settings settings = Settings.read(System.getenv(), Clock.systemUTC(), errors);
      errors.throwIfAny();
      mustBeThere(settings);
      if (reseal || retire) {
        mustNotBeUnderAnOlderKey(settings);
        return renew(settings);
      }
      return add(settings);
    } catch (IOException e) {
      Console.complain(Console.text("rotate.failed", e.toString()));
    } catch (InvalidConfig e) {
      Console.complain(String.join("\n", e.mistakes()));
    } catch (StartRefused e) {
      Console.complain(String.valueOf(e.getMessage()));
    } catch (VaultLocked e) {
      Console.complain(Console.text("rotate.no-key", e.keyFile()));
    } catch (VaultUnavailable e) {
      Console.complain(
          Console.text(
              reseal ? "rotate.unfinished" : "rotate.failed", String.valueOf(e.getMessage())));
    }
    return 1;
  }

  /** Requires vault and key: without them, the folder is not the intended one. */
  private static void mustBeThere(Settings settings) {
    if (!Files.exists(settings.vaultKeyFile())) {
      throw new VaultLocked(VaultLocked.Reason.KEY_MISSING, settings.vaultKeyFile());
    }
    if (isEmbedded(settings) && !Files.exists(settings.data().resolve(Settings.VAULT_FILE))) {
      throw new StartRefused(
          StartRefused.Reason.VAULT, Console.text("rotate.no-vault", settings.data()));
    }
  }

  /**
   * Refuses while an engine runs that started before the newest key was added. It could not open
   * newly sealed records, and its own would be lost with its key. Other engines of a cluster are
   * not checked.
   */
  public static void mustNotBeUnderAnOlderKey(Settings settings) throws IOException {
    if (!isEmbedded(settings)) {
      return;
    }
    Instant added = Files.getLastModifiedTime(settings.vaultKeyFile()).toInstant();
    if (FolderLock.heldSince(settings.data()).filter(since -> since.isBefore(added)).isPresent()) {
      throw new StartRefused(
          StartRefused.Reason.VAULT, Console.text("rotate.engine-older", settings.data()));
    }
  }

  private static boolean isEmbedded(Settings settings) {
    return settings.journal().equals(Settings.EMBEDDED);
  }

  private static int add(Settings settings) {
    // Opening the vault proves that the file is its key.
    VaultOpener.of(settings, Instant.now()).close();
    Path file = settings.vaultKeyFile();
    int keys = KeyRotation.addKey(file);
    Console.say("rotate.done", file, keys);
    return 0;
  }

  private int renew(Settings settings) {
    try (Vault vault = VaultOpener.of(settings, Instant.now())) {
      if (reseal) {
        Console.say("rotate.resealed", vault.rotation().reseal(RotateKeyCommand::tell));
      }
      long older = vault.rotation().underOlderKeys();
      if (older > 0) {
        Console.complain(Console.text("rotate.older", older));
        return 1;
      }
      if (retire) {
        Console.say(
            "rotate.retired",
            settings.vaultKeyFile(),
            vault.rotation().retireOlderKeys(settings.vaultKeyFile()));
      }
      return 0;
    }
  }

  private static void tell(long looked, long all) {
    if (looked == all || looked * PARTS / all > (looked - 1) * PARTS / all) {
      Console.say("rotate.progress", looked, all);
    }
  }
}
