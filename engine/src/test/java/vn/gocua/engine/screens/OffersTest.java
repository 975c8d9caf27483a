package vn.gocua.engine.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Whoever finds the kiosk may ask to be a screen; that costs little, and puts out no other. */
class OffersTest {
  private static final Instant NOW = Instant.parse("2025-08-22T02:30:00Z");

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
  private final List<Offer> told = new ArrayList<>();
  private final Offers offers = new Offers(nanos::get, told::add);

  private static Offer offer(String code) {
    return Offer.of(code, "hash of " + code, NOW);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void shouldForgetTheOthersFirstHoweverManyThereAre() {
    offers.make(offer("REAL"));
    for (int i = 0; i < 5 * Offers.MOST; i++) {
      offers.make(offer("F" + i));
      if (i % 1_000 == 0) {
        pass(Duration.ofMillis(100));
        assertThat(offers.seen("REAL")).as("a screen that asks").isNotNull();
      }
    }
    assertThat(offers.count()).isEqualTo(Offers.MOST);
    assertThat(offers.get("F0")).isNull();
  }

  @Test
  void shouldForgetAScreenThatAsksNoMore() {
    offers.make(offer("A"));
    pass(Duration.ofMinutes(2));
    assertThat(offers.seen("A")).isNotNull();
    pass(Duration.ofMinutes(2));
    assertThat(offers.seen("A")).isNotNull();
    pass(Duration.ofMinutes(3));
    assertThat(offers.seen("A")).isNull();
    offers.make(offer("B"));
    assertThat(offers.count()).isEqualTo(1);
    assertThat(offers.latest(9)).containsExactly(offer("B"));
  }

  @Test
  void shouldTellOtherNodesOfNewsAndElseNowAndThen() {
    offers.make(offer("A"));
    for (int i = 0; i < 15; i++) {
      pass(Duration.ofSeconds(2));
      offers.seen("A");
    }
    assertThat(told).hasSize(2).containsOnly(offer("A"));
  }

  @Test
  void shouldKnowWhatAnotherNodeKnows() {
    Offers other = new Offers(nanos::get, offers::receive);
    other.make(offer("A"));
    assertThat(offers.get("A")).isEqualTo(offer("A"));
    assertThat(told).as("who was told tells nobody").isEmpty();
    Offer next = Offer.of("A", "hash of A", NOW.plusSeconds(4000));
    other.make(next);
    offers.receive(offer("A"));
    assertThat(offers.get("A")).as("the later counts").isEqualTo(next);
    offers.drop("A");
    assertThat(offers.get("A")).isNull();
  }
}
