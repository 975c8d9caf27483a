package vn.gocua.engine.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import vn.gocua.engine.checkin.event.CheckIn;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.event.CheckInFact.Reception;
import vn.gocua.engine.checkin.event.CheckInFact.VoidReception;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.journal.Event;

/** Check-ins of one team on one day, as jqwik makes them up. */
public final class CheckInArbitraries {
  public static final TallyKey KEY = new TallyKey("thu-nghiem", "T01", LocalDate.of(2025, 8, 22));
  private static final long DAY = Instant.parse("2025-08-21T17:00:00Z").toEpochMilli();

  private CheckInArbitraries() {}

  /** Events with ids of their own: check-ins, and voids of some of them. */
  public static Arbitrary<List<Event>> events() {
    return Combinators.combine(recorded(), Arbitraries.integers().between(0, 2))
        .as(CheckInArbitraries::perhapsVoided)
        .list()
        .ofMaxSize(40)
        .map(lists -> lists.stream().flatMap(List::stream).toList());
  }

  private static List<Event> perhapsVoided(Event recorded, int dice) {
    List<Event> events = new ArrayList<>(List.of(recorded));
    if (dice == 0) {
      CheckInRecorded fact = (CheckInRecorded) CheckInEvents.fact(recorded);
      events.add(
          CheckInEvents.voided(
              recorded,
              fact,
              new VoidReception("mistake", fact.reception().receivedAt(), "leader", null)));
    }
    return events;
  }

  private static Arbitrary<Event> recorded() {
    return Combinators.combine(
            Arbitraries.create(UUID::randomUUID),
            Arbitraries.of("public-services", "apps", "class", "on-duty"),
            Arbitraries.integers().between(0, 500),
            Arbitraries.of("elderly", "disability", "poor-household").set().ofMaxSize(3),
            Arbitraries.longs().between(0, 86_399_999))
        .as((id, activity, residents, groups, millis) -> {
          Instant at = Instant.ofEpochMilli(DAY + millis);
          CheckIn checkIn =
              new CheckIn(
                  KEY.team(), at, activity, residents, List.copyOf(groups), null, null, null, null);
          return CheckInEvents.recorded(
              id.toString(),
              KEY.stream(),
              new CheckInRecorded(checkIn, new Reception(at, at, null, "phone")));
        });
  }
}
