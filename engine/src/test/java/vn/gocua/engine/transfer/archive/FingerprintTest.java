package vn.gocua.engine.transfer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.transfer.Sample;

class FingerprintTest {
  private static final Event EVENT = new Event("id", "stream", "type/1", "{\"a\":1}", "{}");

  private static Fingerprint of(List<Event> events) {
    Fingerprint.Sum sum = new Fingerprint.Sum();
    events.forEach(event -> SectionKind.EVENTS.addTo(sum, event));
    return sum.fingerprint();
  }

  @Test
  void shouldNotDependOnTheOrder() {
    List<Event> events = Sample.events("a", 300);
    List<Event> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(shuffled).isNotEqualTo(events);
    assertThat(of(shuffled)).isEqualTo(of(events));
  }

  @Test
  void shouldChangeWithEveryFieldOfAnEvent() {
    assertThat(
            List.of(
                of(List.of(EVENT)),
                of(List.of(new Event("ie", "stream", "type/1", "{\"a\":1}", "{}"))),
                of(List.of(new Event("id", "streak", "type/1", "{\"a\":1}", "{}"))),
                of(List.of(new Event("id", "stream", "type/2", "{\"a\":1}", "{}"))),
                of(List.of(new Event("id", "stream", "type/1", "{\"a\":2}", "{}"))),
                of(List.of(new Event("id", "stream", "type/1", "{\"a\":1}", "{\"b\":1}")))))
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldTellWhereOneFieldEndsAndTheNextBegins() {
    assertThat(of(List.of(new Event("ab", "c", "t", "{}", "{}"))))
        .isNotEqualTo(of(List.of(new Event("a", "bc", "t", "{}", "{}"))));
  }

  @Test
  void shouldTellOneEventMoreOrLess() {
    List<Event> events = Sample.events("a", 20);
    assertThat(of(events.subList(1, events.size()))).isNotEqualTo(of(events));
    List<Event> twice = new ArrayList<>(events);
    twice.add(events.getFirst());
    assertThat(of(twice)).isNotEqualTo(of(events));
  }
}
