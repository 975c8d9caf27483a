package vn.gocua.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.CampaignPlan;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.Journal;

/**
 * The campaign's first day: decided once, kept in the journal, never to change under its events.
 */
final class CampaignStart {
  private static final String STARTED = "campaign-started/1";

  private CampaignStart() {}

  /** The fact that a campaign was started. */
  record Started(LocalDate startDate, int days, ZoneId zone) {}

  /**
   * The campaign as planned, its first day fixed: the plan's date, or for «first-run» the day on
   * which this first ran.
   *
   * @throws StartRefused if the journal knows the same campaign with another start, length or zone
   */
  static Campaign fix(CampaignPlan plan, Journal journal, Clock clock) {
    LocalDate planned = plan.startDate();
    LocalDate firstDay =
        planned != null ? planned : LocalDate.ofInstant(clock.instant(), plan.zone());
    Started started = new Started(firstDay, plan.days(), plan.zone());
    Started kept = read(plan, journal);
    if (kept == null) {
      String stream = plan.id() + "/campaign";
      Event event = new Event(stream + "/1", stream, STARTED, EventCodec.json(started), "{}");
      Appended outcome = journal.append(List.of(event)).getFirst();
      kept = EventCodec.read(outcome.stored().content(), Started.class);
    }
    boolean sameStart = planned == null || kept.startDate().equals(planned);
    if (!sameStart || kept.days() != plan.days() || !kept.zone().equals(plan.zone())) {
      throw new StartRefused(
          StartRefused.Reason.CONFIGURATION,
          Terminal.text(
              "start.other-campaign",
              plan.id(),
              kept.startDate(),
              kept.days(),
              kept.zone(),
              planned == null ? "first-run" : planned,
              plan.days(),
              plan.zone()));
    }
    return plan.startingOn(kept.startDate());
  }

  private static @Nullable Started read(CampaignPlan plan, Journal journal) {
    String id = plan.id() + "/campaign/1";
    Event event = journal.find(List.of(id)).get(id);
    return event == null ? null : EventCodec.read(event.content(), Started.class);
  }
}
