package vn.gocua.engine.help.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInVoided;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.help.state.Stage.Claimed;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;

/** Finds the check-ins that answer help requests. Calls block. */
final class CheckInLookup {
  private static final String NAMES_A_TICKET = "\"helpRequest\":\"";

  private final Campaign campaign;
  private final Journal journal;

  CheckInLookup(Campaign campaign, Journal journal) {
    this.campaign = campaign;
    this.journal = journal;
  }

  /** A check-in that answers a request with a visit. */
  record Answer(String code, String team, String checkIn, String by, Instant receivedAt) {}

  /** The answer that an event of the journal is; null if it is none. */
  static @Nullable Answer answer(Event event) {
    if (!CheckInEvents.isRecorded(event) || !event.content().contains(NAMES_A_TICKET)) {
      return null;
    }
    CheckInRecorded fact = (CheckInRecorded) CheckInEvents.fact(event);
    String code = fact.checkIn().helpRequest();
    return code == null
        ? null
        : new Answer(
            code,
            fact.checkIn().team(),
            event.id(),
            fact.reception().by(),
            fact.reception().receivedAt());
  }

  /** Whether the journal has that check-in, from that team. */
  boolean isOf(String checkIn, String team) {
    Event event = journal.find(List.of(checkIn)).get(checkIn);
    return event != null
        && CheckInEvents.isRecorded(event)
        && TallyKey.of(event.stream()).team().equals(team);
  }

  /** The first check-in, not voided, that came after the claim and answers the request. */
  Optional<Answer> answerTo(HelpRequest claimed, Instant now) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    Set<String> voided = new HashSet<>();
    LocalDate last = campaign.dateOf(now);
    for (LocalDate day = campaign.dateOf(claimed.asked().at());
        !day.isAfter(last);
        day = day.plusDays(1)) {
      journal.readStream(
          new TallyKey(campaign.id(), claimed.team(), day).stream(),
          event -> {
            Answer answer = answer(event);
            if (answer != null && answer.code().equals(claimed.code())) {
              answers.put(event.id(), answer);
            } else if (!CheckInEvents.isRecorded(event)) {
              voided.add(((CheckInVoided) CheckInEvents.fact(event)).values().checkIn());
            }
          });
    }
    return answers.values().stream()
        .filter(answer -> !voided.contains(answer.checkIn()))
        .filter(answer -> !answer.receivedAt().isBefore(claimedAt(claimed)))
        .findFirst();
  }

  private static Instant claimedAt(HelpRequest claimed) {
    Claimed claim = claimed.stage().claim();
    return claim == null ? claimed.asked().at() : claim.at();
  }
}
