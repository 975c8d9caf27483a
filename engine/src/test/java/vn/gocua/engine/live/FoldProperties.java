package vn.gocua.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.gocua.engine.checkin.CheckInArbitraries;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.checkin.event.CheckInFact;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.checkin.event.TallyProjection;
import vn.gocua.engine.journal.Event;

/** A live entry is the sum over a set of events, however they come. */
class FoldProperties {
  private static final TallyProjection TALLIES = new TallyProjection();

  @Provide
  Arbitrary<List<Event>> events() {
    return CheckInArbitraries.events();
  }

  @Property(tries = 150)
  void shouldNotDependOnOrderRepetitionOrBatches(
      @ForAll("events") List<Event> events,
      @ForAll @IntRange(max = 3) int repeats,
      @ForAll Random random) {
    LiveEntry straight = LiveEntry.empty(TALLIES);
    events.forEach(event -> straight.apply(TALLIES, event));
    straight.freeze(TALLIES);

    List<Event> shuffled = new ArrayList<>(events);
    for (int i = 0; i < repeats && !events.isEmpty(); i++) {
      shuffled.addAll(events.subList(0, 1 + random.nextInt(events.size())));
    }
    Collections.shuffle(shuffled, random);
    LiveEntry other = LiveEntry.empty(TALLIES);
    for (Event event : shuffled) {
      other.apply(TALLIES, event);
      if (random.nextInt(4) == 0) {
        // A batch ends, and the entry moves to another member.
        other.freeze(TALLIES);
        other = Moved.copy(other);
      }
    }
    other.freeze(TALLIES);

    assertThat(other.state(TALLIES)).isEqualTo(straight.state(TALLIES));
    assertThat(other.encoded()).isEqualTo(straight.encoded());
    assertThat(other.version()).isEqualTo(straight.version()).isEqualTo(events.size());
    assertThat(other.ids().xor()).isEqualTo(straight.ids().xor());
  }

  @Property(tries = 150)
  void shouldCountWhatWasRecordedAndNotVoided(@ForAll("events") List<Event> events) {
    LiveEntry entry = LiveEntry.empty(TALLIES);
    events.forEach(event -> entry.apply(TALLIES, event));
    Tally tally = entry.state(TALLIES);

    long checkIns = 0;
    long residents = 0;
    Map<String, Long> byActivity = new HashMap<>();
    Map<String, Long> byGroup = new HashMap<>();
    List<String> ids = events.stream().map(Event::id).toList();
    for (Event event : events) {
      if (CheckInEvents.fact(event) instanceof CheckInFact.CheckInRecorded(var checkIn, _)
          && !ids.contains(CheckInEvents.voidId(event.id()))) {
        checkIns++;
        residents += checkIn.residents();
        byActivity.merge(checkIn.activity(), 1L, Long::sum);
        if (checkIn.residents() > 0) {
          checkIn.groups().forEach(g -> byGroup.merge(g, (long) checkIn.residents(), Long::sum));
        }
      }
    }
    assertThat(tally.checkIns()).isEqualTo(checkIns);
    assertThat(tally.residents()).isEqualTo(residents);
    assertThat(tally.byActivity().byCode()).isEqualTo(byActivity);
    assertThat(tally.byGroup().byCode()).isEqualTo(byGroup);
  }

  @Property(tries = 150)
  void shouldSurviveTheWire(@ForAll("events") List<Event> events) {
    LiveEntry entry = LiveEntry.empty(TALLIES);
    events.forEach(event -> entry.apply(TALLIES, event));
    Tally tally = entry.state(TALLIES);
    assertThat(TALLIES.decode(TALLIES.encode(tally))).isEqualTo(tally);
  }
}
