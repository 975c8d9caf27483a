package vn.gocua.engine.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.console.Console;
import vn.gocua.engine.cluster.ClusterIdentity;
import vn.gocua.engine.cluster.JournalIdentity;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.Journal;

/**
 * The campaign's first day: decided once, kept in the journal, never to change under its check-ins.
 */
public final class CampaignStart {
  private static final Logger log = LoggerFactory.getLogger(CampaignStart.class);
  private static final String STARTED = "campaign-started/1";
  private static final String STREAM = "/campaign";

  private CampaignStart() {}

  /** The fact that a campaign was started. */
  record Started(LocalDate startDate, int days, ZoneId zone) {}

  /** Data that all engines of a cluster must share for this campaign. */
  public static ClusterIdentity identity(Campaign campaign, Journal journal) {
    return new ClusterIdentity(
        JournalIdentity.of(journal),
        campaign.id(),
        campaign.startDate().toString(),
        campaign.zone().getId(),
        campaign.days());
  }

  /**
   * Fixes the first day of a planned campaign: the plan's date, or for «first-run» the day of the
   * first start.
   *
   * @param untouched whether no other engine uses the journal and no check-in was accepted; a wrong
   *     first day may then be corrected
   * @throws StartRefused if the journal has the same campaign with another start, length or zone
   */
  public static Campaign fix(
      CampaignPlan plan, Journal journal, Clock clock, BooleanSupplier untouched) {
    LocalDate planned = plan.startDate();
    LocalDate today = LocalDate.ofInstant(clock.instant(), plan.zone());
    Kept last = last(plan, journal);
    Started kept = last.started();
    if (kept == null || (isToBePutRight(kept, planned, today) && untouched.getAsBoolean())) {
      if (kept != null) {
        log.warn("no check-in was taken yet: the first day is no longer {}", kept.startDate());
      }
      kept = put(plan, journal, last.number() + 1, planned == null ? today : planned);
    }
    boolean sameStart = planned == null || kept.startDate().equals(planned);
    if (!sameStart || kept.days() != plan.days() || !kept.zone().equals(plan.zone())) {
      throw new StartRefused(
          StartRefused.Reason.CONFIGURATION,
          Console.text(
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

  /**
   * Whether the fixed day is wrong: the files have another, or a «first-run» campaign would be in
   * the future, or over without a check-in.
   */
  private static boolean isToBePutRight(
      Started kept, @Nullable LocalDate planned, LocalDate today) {
    return planned != null
        ? !planned.equals(kept.startDate())
        : kept.startDate().isAfter(today)
            || kept.startDate().plusDays(kept.days()).compareTo(today) <= 0;
  }

  private static Started put(CampaignPlan plan, Journal journal, int number, LocalDate firstDay) {
    Started started = new Started(firstDay, plan.days(), plan.zone());
    String stream = plan.id() + STREAM;
    Event event = new Event(stream + "/" + number, stream, STARTED, EventCodec.json(started), "{}");
    Appended outcome = journal.append(List.of(event)).getFirst();
    return EventCodec.read(outcome.stored().content(), Started.class);
  }

  /**
   * The latest fixed start.
   *
   * @param number how often it was fixed
   */
  private record Kept(int number, @Nullable Started started) {}

  /** The ids of the campaigns that a journal has, sorted. */
  public static List<String> campaigns(Journal journal) {
    TreeSet<String> ids = new TreeSet<>();
    journal.readAll(
        "",
        STARTED,
        event -> ids.add(event.stream().substring(0, event.stream().length() - STREAM.length())));
    return List.copyOf(ids);
  }

  private static Kept last(CampaignPlan plan, Journal journal) {
    Kept last = new Kept(0, null);
    while (true) {
      String id = plan.id() + STREAM + "/" + (last.number() + 1);
      Event event = journal.find(List.of(id)).get(id);
      if (event == null) {
        return last;
      }
      last = new Kept(last.number() + 1, EventCodec.read(event.content(), Started.class));
    }
  }
}
