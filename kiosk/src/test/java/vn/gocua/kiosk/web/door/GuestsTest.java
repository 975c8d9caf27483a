package vn.gocua.kiosk.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gocua.kiosk.desk.access.DeskSession;

/** Whoever comes in crowds pushes out their own: nobody from elsewhere, and nobody who is known. */
class GuestsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Set<String> paired = new HashSet<>();
  private final Guests guests =
      new Guests(Duration.ofMinutes(4), paired::contains, nanos::get, Thread::startVirtualThread);
  private final ServletContextHandler context = new ServletContextHandler();

  private final class Visit {
    private final PassingSession session =
        new PassingSession(context.getServletContext(), Instant.EPOCH);

    Visit(String network, @Nullable String screen) {
      guests.begin(session, network, screen);
      nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(40));
    }

    Visit(String network) {
      this(network, null);
    }

    boolean isThere() {
      return Guest.of(session) != null;
    }

    Visit opened() {
      guests.line(guest(), true);
      return this;
    }

    Guest guest() {
      return Objects.requireNonNull(Guest.of(session));
    }
  }

  /** Ending is done on threads of its own. */
  private static void awaitGone(List<Visit> visits, int left) {
    Awaitility.await().until(() -> visits.stream().filter(Visit::isThere).count() == left);
  }

  private List<Visit> crowd(String network, int count, boolean opened) {
    List<Visit> crowd = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Visit visit = new Visit(network);
      crowd.add(opened ? visit.opened() : visit);
    }
    return crowd;
  }

  @Test
  void shouldLetNewcomersFromOneNetworkPushOutTheirOwn() {
    Visit other = new Visit("b");
    List<Visit> crowd = crowd("a", 5 * Guests.MOST_NEWCOMERS, false);
    awaitGone(crowd, Guests.MOST_NEWCOMERS - 1);
    assertThat(other.isThere()).isTrue();
    Visit late = new Visit("c");
    awaitGone(crowd, Guests.MOST_NEWCOMERS - 2);
    assertThat(late.isThere()).isTrue();
  }

  @Test
  void shouldShareTheRoomAmongManyNetworks() {
    Visit other = new Visit("b");
    List<Visit> crowd = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      crowd.addAll(crowd("a" + i, 20, false));
    }
    awaitGone(crowd, Guests.MOST_NEWCOMERS - 1);
    assertThat(other.isThere()).isTrue();
  }

  @Test
  void shouldLetThoseWhoHaveSettledPushOutTheirOwn() {
    Visit other = new Visit("b").opened();
    List<Visit> crowd = crowd("a", Guests.MOST_SETTLED + 200, true);
    awaitGone(crowd, Guests.MOST_SETTLED - 1);
    assertThat(other.isThere()).isTrue();
  }

  @Test
  void shouldPreferWhoHasStayedAmongAsManyNetworksAsThereIsRoom() {
    Visit wall = new Visit("b").opened();
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    guests.used(wall.session, true);
    List<Visit> crowd = new ArrayList<>();
    for (int i = 0; i < Guests.MOST_SETTLED + 100; i++) {
      crowd.addAll(crowd("a" + i, 1, true));
    }
    awaitGone(crowd, Guests.MOST_SETTLED - 1);
    assertThat(wall.isThere()).isTrue();
  }

  @Test
  void shouldNotTakeOneQuestionForABrowser() {
    List<Visit> crowd = crowd("a", Guests.MOST_NEWCOMERS, false);
    crowd.forEach(visit -> guests.used(visit.session, true));
    assertThat(new Visit("b").isThere()).isTrue();
    awaitGone(crowd, Guests.MOST_NEWCOMERS - 1);
  }

  @Test
  void shouldTakeLongUseForABrowserThatHasNoLine() {
    Visit used = new Visit("a");
    assertThat(used.session.getMaxInactiveInterval()).isEqualTo(30);
    guests.used(used.session, true);
    assertThat(used.session.getMaxInactiveInterval()).isEqualTo(75);
    nanos.addAndGet(Duration.ofSeconds(5).toNanos());
    guests.used(used.session, true);
    assertThat(used.session.getMaxInactiveInterval()).isEqualTo(240);
    crowd("a", 3 * Guests.MOST_NEWCOMERS, false);
    assertThat(used.isThere()).isTrue();
  }

  @Test
  void shouldPreferWhoHasStayedAmongThoseOfOneNetwork() {
    Visit wall = new Visit("a").opened();
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    guests.used(wall.session, true);
    List<Visit> crowd = crowd("a", Guests.MOST_SETTLED + 100, true);
    awaitGone(crowd, Guests.MOST_SETTLED - 1);
    assertThat(wall.isThere()).isTrue();
  }

  @Test
  void shouldKeepPairedScreensAndLeadersForAllThatCome() {
    paired.add("screen");
    Visit screen = new Visit("a", "screen");
    Visit leader = new Visit("a").opened();
    guests.attributeAdded(
        new HttpSessionBindingEvent(leader.session, DeskSession.ATTRIBUTE, "signed in"));
    Visit pairedLater = new Visit("a", "another").opened();
    paired.add("another");
    List<Visit> crowd = crowd("a", Guests.MOST_SETTLED + 500, true);
    awaitGone(crowd, Guests.MOST_SETTLED);
    assertThat(List.of(screen, leader, pairedLater)).allMatch(Visit::isThere);
  }

  @Test
  void shouldExpectAPairedScreenAFewTimesAndNobodyElse() {
    paired.add("screen");
    assertThat(guests.expects(null)).isFalse();
    assertThat(guests.expects("unknown")).isFalse();
    List<Visit> same = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      assertThat(guests.expects("screen")).isTrue();
      same.add(new Visit("a", "screen"));
    }
    assertThat(guests.expects("screen")).isFalse();
    guests.sessionDestroyed(new HttpSessionEvent(same.getFirst().session));
    assertThat(guests.expects("screen")).isTrue();
  }

  @Test
  void shouldCountHalfAnAddressOfVersionSixAsOneNetwork() {
    assertThat(SessionDoor.network("2001:db8:1:2::1"))
        .isEqualTo(SessionDoor.network("[2001:db8:1:2:ffff::7]"))
        .isNotEqualTo(SessionDoor.network("2001:db8:1:3::1"));
    assertThat(SessionDoor.network("10.0.0.1")).isNotEqualTo(SessionDoor.network("10.0.0.2"));
  }
}
