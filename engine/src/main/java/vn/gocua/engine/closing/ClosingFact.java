package vn.gocua.engine.closing;

import java.time.Instant;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;

/** What admins did to end a campaign. */
public sealed interface ClosingFact {

  /**
   * The campaign was closed, or the time for late phones was set anew.
   *
   * @param closedAt what happened later does not count
   * @param lateUntil up to when phones may deliver what happened before
   * @param by the account
   */
  record CampaignClosed(Instant closedAt, Instant lateUntil, String by, Instant at)
      implements ClosingFact {}

  /** It had been closed by mistake, or goes on after all. */
  record CampaignReopened(String by, Instant at) implements ClosingFact {}

  /**
   * Everything was put into one file.
   *
   * @param file its name in the folder of archives
   * @param bytes its length
   * @param sha256 its checksum, hexadecimal
   * @param version of the board whose figures are in it
   */
  record CampaignArchived(
      String file, long bytes, String sha256, long version, String by, Instant at)
      implements ClosingFact {}

  /** How the facts stand in the journal. */
  FactTypes<ClosingFact> FACTS =
      FactTypes.of(
          ClosingFact.class,
          "about an end",
          FactType.of("campaign-closed/1", CampaignClosed.class)
              .audited("campaign-closed", CampaignClosed::by, CampaignClosed::at)
              .about(_ -> null)
              .with("lateUntil", CampaignClosed::lateUntil),
          FactType.of("campaign-reopened/1", CampaignReopened.class)
              .audited("campaign-reopened", CampaignReopened::by, CampaignReopened::at)
              .about(_ -> null),
          FactType.of("campaign-archived/1", CampaignArchived.class)
              .audited("campaign-archived", CampaignArchived::by, CampaignArchived::at)
              .about(CampaignArchived::file)
              .with("sha256", CampaignArchived::sha256));
}
