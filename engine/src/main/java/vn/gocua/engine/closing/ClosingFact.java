package vn.gocua.engine.closing;

import java.time.Instant;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;

/** Facts of the end of a campaign. */
public sealed interface ClosingFact {

  /**
   * The campaign was closed, or the time for late phones was changed.
   *
   * @param closedAt later check-ins do not count
   * @param lateUntil until then phones may deliver earlier check-ins
   * @param by the account
   */
  record CampaignClosed(Instant closedAt, Instant lateUntil, String by, Instant at)
      implements ClosingFact {}

  /** The campaign was opened again. */
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

  /** Names of these facts in the journal. */
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
