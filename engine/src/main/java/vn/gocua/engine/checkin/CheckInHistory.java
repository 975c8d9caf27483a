package vn.gocua.engine.checkin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.CheckInFact.CheckInVoided;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;

/** A team's latest check-ins, read from the journal. */
public final class CheckInHistory {
  private final Campaign campaign;
  private final Journal journal;

  public CheckInHistory(Campaign campaign, Journal journal) {
    this.campaign = campaign;
    this.journal = journal;
  }

  /**
   * One check-in as it is known to the engine.
   *
   * @param occurredAt the phone's clock repaired
   * @param voided the reason's code; absent while it counts
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Entry(
      String id,
      OffsetDateTime occurredAt,
      OffsetDateTime receivedAt,
      String activity,
      int residents,
      List<String> groups,
      @Nullable Integer minutes,
      @Nullable String hamlet,
      @Nullable String helpRequest,
      @Nullable String replaces,
      @Nullable String voided) {}

  /** The latest, newest first; days are read backwards until there are enough. Blocks. */
  public List<Entry> latest(String team, int limit, Instant now) {
    List<Entry> found = new ArrayList<>();
    LocalDate date = campaign.dateOf(now).plusDays(1);
    LocalDate last = campaign.lastDate();
    date = date.isAfter(last) ? last : date;
    for (; found.size() < limit && !date.isBefore(campaign.startDate()); date = date.minusDays(1)) {
      found.addAll(ofDay(new TallyKey(campaign.id(), team, date)));
    }
    return found.subList(0, Math.min(limit, found.size()));
  }

  private List<Entry> ofDay(TallyKey key) {
    Map<String, String> voided = new HashMap<>();
    List<Event> events = new ArrayList<>();
    journal.readStream(
        key.stream(),
        event -> {
          switch (CheckInEvents.fact(event)) {
            case CheckInRecorded _ -> events.add(event);
            case CheckInVoided fact -> voided.put(fact.values().checkIn(), fact.receipt().reason());
          }
        });
    return events.stream()
        .map(event -> entry(event, voided.get(event.id())))
        .sorted(Comparator.comparing(Entry::occurredAt).reversed())
        .toList();
  }

  private Entry entry(Event event, @Nullable String voidedFor) {
    CheckInRecorded fact = (CheckInRecorded) CheckInEvents.fact(event);
    CheckIn checkIn = fact.checkIn();
    return new Entry(
        event.id(),
        local(fact.receipt().at()),
        local(fact.receipt().receivedAt()),
        checkIn.activity(),
        checkIn.residents(),
        checkIn.groups(),
        checkIn.minutes(),
        checkIn.hamlet(),
        checkIn.helpRequest(),
        checkIn.replaces(),
        voidedFor);
  }

  private OffsetDateTime local(Instant instant) {
    return instant.atZone(campaign.zone()).toOffsetDateTime();
  }
}
