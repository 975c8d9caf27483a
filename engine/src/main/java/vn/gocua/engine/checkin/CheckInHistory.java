package vn.gocua.engine.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.event.CheckIn;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInVoided;
import vn.gocua.engine.checkin.event.CheckInFact.VoidReception;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;
import vn.gocua.protocol.checkin.CheckInList;

/** A team's latest check-ins, read from the journal. */
final class CheckInHistory {
  private final Campaign campaign;
  private final Journal journal;

  public CheckInHistory(Campaign campaign, Journal journal) {
    this.campaign = campaign;
    this.journal = journal;
  }

  /** The latest, newest first; days are read backwards until there are enough. Blocks. */
  public List<CheckInList.Row> latest(String team, int limit, Instant now) {
    List<CheckInList.Row> found = new ArrayList<>();
    LocalDate date = campaign.dateOf(now).plusDays(1);
    LocalDate last = campaign.lastDate();
    date = date.isAfter(last) ? last : date;
    for (; found.size() < limit && !date.isBefore(campaign.startDate()); date = date.minusDays(1)) {
      found.addAll(ofDay(new TallyKey(campaign.id(), team, date)));
    }
    return found.subList(0, Math.min(limit, found.size()));
  }

  /** The latest of one day, newest first. Blocks. */
  public List<CheckInList.Row> ofDay(String team, int day, int limit) {
    List<CheckInList.Row> found = ofDay(new TallyKey(campaign.id(), team, campaign.dateOfDay(day)));
    return found.subList(0, Math.min(limit, found.size()));
  }

  /**
   * What one phone of a team sent, newest first; at most so many. Days are read backwards until
   * there are enough. Blocks.
   *
   * @param day its number; null for all days
   * @param after id of the check-in after which to begin; null for the latest
   */
  public CheckInList ofPhone(
      String team, String device, @Nullable Integer day, @Nullable String after, int limit) {
    List<CheckInList.Row> found = new ArrayList<>();
    boolean begun = after == null;
    LocalDate first = day == null ? campaign.startDate() : campaign.dateOfDay(day);
    LocalDate date = day == null ? campaign.lastDate() : first;
    for (; found.size() <= limit && !date.isBefore(first); date = date.minusDays(1)) {
      for (CheckInList.Row row : ofDay(new TallyKey(campaign.id(), team, date))) {
        if (begun && device.equals(row.by())) {
          found.add(row);
        }
        begun = begun || row.id().equals(after);
      }
    }
    return new CheckInList(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
  }

  private List<CheckInList.Row> ofDay(TallyKey key) {
    Map<String, VoidReception> voided = new HashMap<>();
    List<Event> events = new ArrayList<>();
    journal.readStream(
        key.stream(),
        event -> {
          switch (CheckInEvents.fact(event)) {
            case CheckInRecorded _ -> events.add(event);
            case CheckInVoided fact -> voided.put(fact.values().checkIn(), fact.reception());
          }
        });
    return events.stream()
        .map(event -> row(event, voided.get(event.id())))
        .sorted(Comparator.comparing(CheckInList.Row::occurredAt).reversed())
        .toList();
  }

  private CheckInList.Row row(Event event, @Nullable VoidReception voided) {
    CheckInRecorded fact = (CheckInRecorded) CheckInEvents.fact(event);
    CheckIn checkIn = fact.checkIn();
    return new CheckInList.Row(
        event.id(),
        campaign.local(fact.reception().at()),
        campaign.local(fact.reception().receivedAt()),
        checkIn.activity(),
        checkIn.residents(),
        checkIn.groups(),
        checkIn.minutes(),
        checkIn.hamlet(),
        checkIn.helpRequest(),
        checkIn.replaces(),
        voided == null ? null : voided.reason(),
        fact.reception().by(),
        fact.reception().channel(),
        fact.reception().hourIsKnown(campaign.zone()) ? null : false,
        voided == null ? null : campaign.local(voided.at()),
        voided == null ? null : voided.by(),
        voided == null ? null : voided.replacedBy());
  }
}
