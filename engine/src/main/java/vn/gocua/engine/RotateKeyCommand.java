package vn.gocua.engine;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import vn.gocua.engine.config.BadConfiguration;
import vn.gocua.engine.config.Problems;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.vault.Vault;
import vn.gocua.engine.vault.VaultLocked;
import vn.gocua.engine.vault.VaultUnavailable;

/** Gives the vault a new key; the older keys stay in the file, for what was sealed with them. */
@Command(
    name = "rotate-key",
    mixinStandardHelpOptions = true,
    description = "Adds a key to the vault's key file and makes it the one that seals from now on.")
final class RotateKeyCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    Problems problems = new Problems();
    try {
      Settings settings = Settings.read(System.getenv(), problems);
      problems.throwIfAny();
      Path file = settings.vaultKeyFile();
      int keys = Vault.rotateKey(file);
      Terminal.say("rotate.done", file, keys);
      return 0;
    } catch (BadConfiguration e) {
      Terminal.complain(String.join("\n", e.mistakes()));
    } catch (VaultLocked e) {
      Terminal.complain(Terminal.text("rotate.no-key", e.keyFile()));
    } catch (VaultUnavailable e) {
      Terminal.complain(Terminal.text("rotate.failed", String.valueOf(e.getMessage())));
    }
    return 1;
  }
}
