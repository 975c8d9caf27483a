package vn.gocua.engine.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.gocua.base.Closer;
import vn.gocua.base.console.Console;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.InvalidConfig;
import vn.gocua.engine.campaign.CampaignFile;
import vn.gocua.engine.campaign.CampaignPlan;
import vn.gocua.engine.campaign.CampaignStart;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.help.carry.CampaignStores;
import vn.gocua.engine.help.carry.CarryOver;
import vn.gocua.engine.help.carry.CarryOver.Outcome;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.JournalUnavailable;
import vn.gocua.engine.stores.DataFolder;
import vn.gocua.engine.stores.EngineStores;
import vn.gocua.engine.stores.JournalStore;
import vn.gocua.engine.stores.VaultOpener;
import vn.gocua.engine.vault.Vault;
import vn.gocua.engine.vault.VaultUnavailable;

/**
 * Carries the requests that an earlier campaign left into the campaign of these settings. The
 * engines of both data folders are stopped.
 */
@Command(
    name = "carry-over",
    mixinStandardHelpOptions = true,
    description = {
      "Carries the help requests that were left for the next campaign out of an old data folder",
      "into that of the settings. Stop the engines of both; a repeat carries what is missing."
    })
public final class CarryOverCommand implements Callable<Integer> {
  @Option(names = "--from", required = true, description = "the data folder of the old campaign")
  private Path from = Path.of("");

  @Option(
      names = "--from-key",
      description = "the key of its vault; default: the folder's name with .vault.key")
  private @Nullable Path fromKey;

  private final Map<String, String> environment;

  public CarryOverCommand() {
    this(System.getenv());
  }

  CarryOverCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    ConfigErrors errors = new ConfigErrors();
    try {
      Settings settings = Settings.read(environment, Clock.systemUTC(), errors);
      CampaignPlan plan = CampaignFile.read(settings.config(), errors);
      Settings old = Settings.read(oldEnvironment(), Clock.systemUTC(), new ConfigErrors());
      errors.throwIfAny();
      if (!settings.isEmbedded()) {
        Console.complain(Console.text("carry.embedded"));
        return 2;
      }
      if (!Files.exists(old.journalFile()) || isSame(old.data(), settings.data())) {
        Console.complain(Console.text("carry.no-folder", old.data()));
        return 2;
      }
      return carry(old, settings, plan);
    } catch (InvalidConfig e) {
      Console.complain(String.join("\n", e.mistakes()));
    } catch (StartRefused e) {
      Console.complain(String.valueOf(e.getMessage()));
    } catch (IOException | VaultUnavailable | JournalUnavailable e) {
      Console.complain(Console.text("carry.unfinished", String.valueOf(e.getMessage())));
    }
    return 1;
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    return Files.exists(other) && Files.isSameFile(one, other);
  }

  private Map<String, String> oldEnvironment() {
    Map<String, String> old = new HashMap<>(environment);
    Path folder = from.toAbsolutePath().normalize();
    Path key =
        fromKey == null ? folder.resolveSibling(folder.getFileName() + ".vault.key") : fromKey;
    old.put("GOCUA_DATA", folder.toString());
    old.put("GOCUA_JOURNAL", Settings.EMBEDDED);
    old.put("GOCUA_VAULT_KEY_FILE", key.toString());
    return old;
  }

  private static int carry(Settings oldSettings, Settings settings, CampaignPlan plan) {
    Instant now = Instant.now();
    try (Closer closer = new Closer()) {
      closer.opened(DataFolder.hold(oldSettings.data()));
      closer.opened(DataFolder.hold(settings.data()));
      Journal oldJournal = closer.opened(JournalStore.open(oldSettings, Clock.systemUTC()));
      Vault oldVault = closer.opened(VaultOpener.of(oldSettings, now));
      GroupCommit oldCommit = closer.opened(new GroupCommit(oldJournal, 1, _ -> {}));
      EngineStores stores =
          EngineStores.open(settings, plan.id(), Clock.systemUTC(), false, closer);
      GroupCommit commit = closer.opened(new GroupCommit(stores.journal(), 1, _ -> {}));
      CampaignStores to =
          new CampaignStores(plan.id(), stores.journal(), commit, stores.opened().vault());
      Path newKey = stores.opened().newKey();
      if (newKey != null) {
        Console.say("ready.key", newKey);
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (String campaign : CampaignStart.campaigns(oldJournal)) {
        CampaignStores old = new CampaignStores(campaign, oldJournal, oldCommit, oldVault);
        outcomes.add(new CarryOver(old, to, plan, now).run(settings.clock().instant()));
      }
      return tell(outcomes);
    }
  }

  private static int tell(List<Outcome> outcomes) {
    Console.say(
        "carry.done",
        size(outcomes, Outcome::offered),
        size(outcomes, Outcome::waiting),
        outcomes.stream().mapToInt(Outcome::before).sum());
    boolean whole = true;
    for (Outcome outcome : outcomes) {
      whole &= outcome.taken().isEmpty();
      say("carry.waiting", outcome.waiting());
      say("carry.taken", outcome.taken());
      say("carry.undecided", outcome.undecided());
    }
    return whole ? 0 : 1;
  }

  private static int size(List<Outcome> outcomes, Function<Outcome, List<String>> part) {
    return outcomes.stream().map(part).mapToInt(List::size).sum();
  }

  private static void say(String key, List<String> codes) {
    if (!codes.isEmpty()) {
      Console.say(key, String.join(", ", codes));
    }
  }
}
