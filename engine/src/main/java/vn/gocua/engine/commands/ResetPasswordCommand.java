package vn.gocua.engine.commands;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.gocua.base.console.Console;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.InvalidConfig;
import vn.gocua.engine.access.Accounts;
import vn.gocua.engine.access.password.PasswordHashing;
import vn.gocua.engine.campaign.CampaignFile;
import vn.gocua.engine.campaign.CampaignPlan;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.rights.Tokens;
import vn.gocua.engine.stores.JournalStore;
import vn.gocua.protocol.refusal.Reason;
import vn.gocua.protocol.refusal.Refusal;

/**
 * Gives an account a new password on the engine's own machine, whether the engine runs or not. The
 * right to write the journal is enough.
 */
@Command(
    name = "reset-password",
    mixinStandardHelpOptions = true,
    description = "Gives an account a one-time password, which is printed once.")
public final class ResetPasswordCommand implements Callable<Integer> {
  private static final String HERE = "machine";

  @Parameters(paramLabel = "USER", description = "the account's name")
  private String username = "";

  @Override
  public Integer call() {
    ConfigErrors errors = new ConfigErrors();
    Settings settings = Settings.read(System.getenv(), Clock.systemUTC(), errors);
    System.setProperty("gocua.logs", settings.data().resolve("logs").toString());
    try {
      CampaignPlan plan = CampaignFile.read(settings.config(), errors);
      errors.throwIfAny();
      Console.say("reset.done", username, reset(plan.id(), settings, username));
      return 0;
    } catch (InvalidConfig e) {
      String lines = String.join("\n", e.mistakes().stream().map(m -> "  " + m).toList());
      Console.complain(Console.text("start.bad-configuration", lines));
      return 2;
    } catch (Refusal e) {
      if (e.reason().kind() != Reason.Kind.UNKNOWN) {
        throw e;
      }
      Console.complain(Console.text("reset.unknown", username));
      return 1;
    }
  }

  /**
   * Resets it, and returns the one-time password.
   *
   * @throws Refusal if there is no such account
   */
  public static String reset(String campaign, Settings settings, String username) {
    try (Journal journal = JournalStore.open(settings, Clock.systemUTC());
        GroupCommit commit = new GroupCommit(journal, 100, _ -> {});
        PasswordHashing hashing = new PasswordHashing(settings.passwordMemory())) {
      Accounts accounts = Accounts.alone(campaign, journal, commit, Clock.systemUTC(), hashing);
      String password = Tokens.password();
      if (accounts.reset(username, password, null).disabled()) {
        var _ = accounts.enable(username, HERE);
      }
      return password;
    }
  }
}
