package vn.gocua.engine.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.gocua.base.console.Console;
import vn.gocua.base.settings.BadConfiguration;
import vn.gocua.base.settings.Problems;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.journal.sqlite.FolderLock;
import vn.gocua.engine.stores.OpenVault;
import vn.gocua.engine.vault.KeyRotation;
import vn.gocua.engine.vault.Vault;
import vn.gocua.engine.vault.VaultLocked;
import vn.gocua.engine.vault.VaultUnavailable;

/**
 * Gives the vault a new key, in three steps with the engines started anew after the first: add it,
 * seal with it what the older ones sealed, take the older ones out of the file.
 */
@Command(
    name = "rotate-key",
    mixinStandardHelpOptions = true,
    description = "Adds a key to the vault's key file and makes it the one that seals from now on.")
public final class RotateKeyCommand implements Callable<Integer> {
  /** Parts of the whole at which the progress is said. */
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
    Problems problems = new Problems();
    try {
      Settings settings = Settings.read(System.getenv(), problems);
      problems.throwIfAny();
      mustBeThere(settings);
      if (reseal || retire) {
        mustNotBeUnderAnOlderKey(settings);
        return renew(settings);
      }
      return add(settings);
    } catch (IOException e) {
      Console.complain(Console.text("rotate.failed", e.toString()));
    } catch (BadConfiguration e) {
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

  /**
   * Nothing is made here: where there is no vault, or no key, the folder is another than was meant.
   */
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
   * An engine that began before the newest key was added knows it not: it could not open what is
   * sealed anew, and nobody could open what it seals once its key is gone. Of a cluster's engines
   * nothing is known here.
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
    // That it opens says that the file is this vault's.
    OpenVault.of(settings, Instant.now()).close();
    Path file = settings.vaultKeyFile();
    int keys = KeyRotation.addKey(file);
    Console.say("rotate.done", file, keys);
    return 0;
  }

  private int renew(Settings settings) {
    try (Vault vault = OpenVault.of(settings, Instant.now())) {
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
