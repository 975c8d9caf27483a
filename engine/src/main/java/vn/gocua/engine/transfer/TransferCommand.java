package vn.gocua.engine.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.gocua.base.console.Console;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.InvalidConfig;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.journal.DamagedJournal;
import vn.gocua.engine.journal.JournalExists;
import vn.gocua.engine.journal.JournalUnavailable;
import vn.gocua.engine.transfer.TransferFailed.Reason;
import vn.gocua.engine.transfer.archive.DamagedArchive;
import vn.gocua.engine.transfer.archive.Progress;
import vn.gocua.engine.transfer.archive.RecordSource;
import vn.gocua.engine.transfer.archive.SealedRecord;
import vn.gocua.engine.vault.VaultKey;
import vn.gocua.engine.vault.VaultUnavailable;

/** Base of the commands: output and failures. */
abstract class TransferCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public final Integer call() {
    // A log of its own it has none, and the engine's belongs to the engine.
    System.setProperty("logback.configurationFile", "logback-terminal.xml");
    try (Stores stores = new Stores(Clock.systemUTC())) {
      run(stores);
      return 0;
    } catch (TransferFailed e) {
      return failed(e);
    } catch (DamagedArchive | DamagedJournal e) {
      return failed(new TransferFailed(Reason.EVENTS, "failed.damaged", message(e)));
    } catch (JournalUnavailable | VaultUnavailable e) {
      return failed(new TransferFailed(Reason.EVENTS, "failed.unavailable", message(e)));
    } catch (JournalExists e) {
      return failed(new TransferFailed(Reason.IN_THE_WAY, "failed.exists", message(e)));
    } catch (InvalidConfig e) {
      return failed(new TransferFailed(Reason.USAGE, "failed.configuration", message(e)));
    } catch (IOException | UncheckedIOException e) {
      return failed(new TransferFailed(Reason.UNEXPECTED, "failed.io", e));
    }
  }

  private static String message(RuntimeException e) {
    return String.valueOf(e.getMessage());
  }

  private int failed(TransferFailed failure) {
    terminal().getErr().println(failure.getMessage());
    terminal().getErr().flush();
    return failure.exitCode();
  }

  /**
   * Does the work; everything opened through {@code stores} is closed after it.
   *
   * @throws TransferFailed if it is not done
   */
  abstract void run(Stores stores) throws IOException;

  private CommandLine terminal() {
    return Objects.requireNonNull(spec, "set before it is called").commandLine();
  }

  final void say(String key, Object... arguments) {
    terminal().getOut().println(Console.text(key, arguments));
    terminal().getOut().flush();
  }

  /** Sealed records are worth nothing without the key, which stays where it is. */
  final void sayKey(Transfer transfer) {
    if (transfer.vault().count() > 0) {
      say("vault.key", transfer.vault().count());
    }
  }

  /** The record of its own that every vault has. */
  static Optional<SealedRecord> vaultsOwn(RecordSource<SealedRecord> vault) {
    AtomicReference<@Nullable SealedRecord> own = new AtomicReference<>();
    vault.read(record -> {
      if (VaultKey.isProof(record.ref())) {
        own.set(record);
      }
    });
    return Optional.ofNullable(own.get());
  }

  final Progress progress() {
    // JDK 25 has no console without a terminal; older ones have a console that says so.
    boolean redraw =
        Optional.ofNullable(System.console()).filter(console -> console.isTerminal()).isPresent();
    return new Progress(terminal().getOut(), redraw, System::nanoTime);
  }

  /** Place of the journal of these settings. */
  static Location ownJournal() {
    ConfigErrors errors = new ConfigErrors();
    Settings settings = settings(errors);
    errors.throwIfAny();
    return Location.of(settings);
  }

  /** The engine's own settings; every mistake is noted in {@code errors}. */
  static Settings settings(ConfigErrors errors) {
    return Settings.read(System.getenv(), Clock.systemUTC(), errors);
  }
}
