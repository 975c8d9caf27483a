package vn.gocua.engine.checkin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import vn.gocua.engine.checkin.event.CheckIn;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.checkin.event.CheckInFact;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInVoided;
import vn.gocua.engine.checkin.event.CheckInFact.VoidReception;
import vn.gocua.engine.checkin.event.TallyKey;
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
   * One recorded check-in.
   *
   * @param occurredAt the phone's clock repaired
   * @param checkIn the entered values: in JSON its fields stand beside the others
   * @param voided the reason's code; absent while it counts
   * @param by for leaders: the device or account that sent it
   * @param channel for leaders: {@link CheckInFact#PAPER}; absent for a phone
   * @param hourKnown for leaders: false if only the day is known; else absent
   * @param voidedAt for leaders: when it was voided, and by whom
   * @param replacedBy for leaders: id of the check-in that corrects it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Entry(
      String id,
      OffsetDateTime occurredAt,
      OffsetDateTime receivedAt,
      @JsonUnwrapped @JsonIgnoreProperties({"team", "occurredAt"}) CheckIn checkIn,
      @Nullable String voided,
      @Nullable String by,
      @Nullable String channel,
      @Nullable Boolean hourKnown,
      @Nullable OffsetDateTime voidedAt,
      @Nullable String voidedBy,
      @Nullable String replacedBy) {

    /** The same for the team's phones. */
    Entry forPhones() {
      return new Entry(
          id, occurredAt, receivedAt, checkIn, voided, null, null, null, null, null, null);
    }
  }

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

  /** The latest of one day, newest first. Blocks. */
  public List<Entry> ofDay(String team, int day, int limit) {
    List<Entry> found = ofDay(new TallyKey(campaign.id(), team, campaign.dateOfDay(day)));
    return found.subList(0, Math.min(limit, found.size()));
  }

  private List<Entry> ofDay(TallyKey key) {
    Map<String, VoidReception> voided = new HashMap<>();
    List<Event> events = new ArrayList<>();
    journal.readStream(
        key.stream(),
        event -> {
          switch (CheckInEvents.fact(event)) {
            case CheckInRecorded _ -> events.add(event);
            case CheckInVoided fact -> voided.put(fact.values().checkIn(), fact.receipt());
          }
        });
    return events.stream()
        .map(event -> entry(event, voided.get(event.id())))
        .sorted(Comparator.comparing(Entry::occurredAt).reversed())
        .toList();
  }

  private Entry entry(Event event, @Nullable VoidReception voided) {
    CheckInRecorded fact = (CheckInRecorded) CheckInEvents.fact(event);
    CheckIn checkIn = fact.checkIn();
    return new Entry(
        event.id(),
        local(fact.receipt().at()),
        local(fact.receipt().receivedAt()),
        checkIn,
        voided == null ? null : voided.reason(),
        fact.receipt().by(),
        fact.receipt().channel(),
        fact.receipt().hourIsKnown(campaign.zone()) ? null : false,
        voided == null ? null : local(voided.at()),
        voided == null ? null : voided.by(),
        voided == null ? null : voided.replacedBy());
  }

  private OffsetDateTime local(Instant instant) {
    return instant.atZone(campaign.zone()).toOffsetDateTime();
  }
}
