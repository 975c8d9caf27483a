package vn.gocua.engine.access;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.engine.access.password.PasswordPolicy;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.CampaignPlan;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.rights.Role;
import vn.gocua.engine.rights.Tokens;
import vn.gocua.protocol.access.AccessReason;

/**
 * The account with which everything begins. A setting may name its first password; once the account
 * is there, no setting changes it.
 */
public final class FirstAccount {
  static final String NAME = "leader";

  private static final Logger log = LoggerFactory.getLogger(FirstAccount.class);
  private static final String VARIABLE = "GOCUA_LEADER_PASSWORD";

  private FirstAccount() {}

  /** Names that belong to a campaign's place. */
  public static Collection<String> names(Campaign campaign) {
    return names(
        campaign.name(),
        campaign.place(),
        campaign.hamlets(),
        campaign.teams().values().stream().map(team -> team.name()).toList());
  }

  private static Collection<String> names(
      String name, String place, List<CodedName> hamlets, List<String> teams) {
    List<String> names = new ArrayList<>(List.of(name, place));
    hamlets.forEach(hamlet -> names.add(hamlet.name()));
    names.addAll(teams);
    return names;
  }

  /** Judges the given password together with the other settings, where it is sure to be used. */
  public static void check(Settings settings, CampaignPlan plan, ConfigErrors errors) {
    String given = settings.leaderPassword();
    boolean first =
        settings.journal().equals(Settings.EMBEDDED) && !Files.exists(settings.journalFile());
    if (given != null && first) {
      PasswordPolicy policy =
          new PasswordPolicy(
              () -> names(String.valueOf(plan.name()), place(plan), plan.hamlets(), List.of()));
      complain(policy.broken(NAME, given), errors);
    }
  }

  private static String place(CampaignPlan plan) {
    return String.valueOf(plan.place());
  }

  private static void complain(Optional<AccessReason> broken, ConfigErrors errors) {
    broken.ifPresent(reason -> errors.add(VARIABLE, reason.code(), PasswordPolicy.SHORTEST));
  }

  /**
   * Makes the account where there is none.
   *
   * @return the password to show once, if it was made up here; else null
   * @throws vn.gocua.base.settings.InvalidConfig if it is to be made with a password that is not
   *     fit
   */
  public static @Nullable String ensure(
      Accounts accounts, PasswordPolicy policy, Settings settings) {
    String given = settings.leaderPassword();
    if (accounts.exists(NAME)) {
      if (given != null) {
        log.info(
            "{} is set, and the account «{}» is there: it stays as it is; a new password comes from"
                + " the desk, or from ./gocua reset-password {}",
            VARIABLE,
            NAME,
            NAME);
        policy
            .broken(NAME, given)
            .ifPresent(reason ->
                log.warn(
                    "the password in {} would not be taken today ({}); if it is still in use,"
                        + " change it at the desk",
                    VARIABLE,
                    reason.code()));
      }
      return null;
    }
    if (given == null) {
      String made = Tokens.password();
      return accounts.ensureAccount(NAME, Role.ADMIN, made) ? made : null;
    }
    ConfigErrors errors = new ConfigErrors();
    complain(policy.broken(NAME, given), errors);
    errors.throwIfAny();
    accounts.ensureAccount(NAME, Role.ADMIN, given);
    return null;
  }
}
