package vn.gocua.kiosk.resident.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.gocua.base.time.Schedule;
import vn.gocua.kiosk.feed.EngineFeed;
import vn.gocua.kiosk.resident.api.EngineAccess;
import vn.gocua.kiosk.resident.content.ContentCache;
import vn.gocua.kiosk.settings.KioskToken;
import vn.gocua.kiosk.settings.Printers;
import vn.gocua.protocol.client.EngineApi;

/**
 * A visit ends on the server too, by a clock that nobody sets: the browser may be dead, frozen or
 * cut off.
 */
class LeftVisitTest {
  private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);
  private final EngineApi engine = new EngineApi(URI.create("http://127.0.0.1:9"));
  private final EngineFeed feed = new EngineFeed(engine, Clock.systemUTC());
  private final Schedule schedule = Schedule.ofVirtualThreads("screens");
  private final EngineAccess api =
      new EngineAccess(engine, KioskToken.of(Map.of(), Path.of("nowhere")));
  private final Shell shell =
      new Shell(
          new KioskContext(
              feed,
              api,
              new ContentCache(api),
              schedule,
              Clock.systemUTC(),
              URI.create("http://127.0.0.1:9"),
              Printers.NONE),
          Map.of(),
          Div::new,
          nanos::get);

  @AfterEach
  void stop() {
    feed.close();
    schedule.close();
  }

  private void passes(Duration time) {
    nanos.addAndGet(time.toNanos());
    shell.endIfLeft();
  }

  private String where() {
    return String.valueOf(shell.getElement().getAttribute("data-where"));
  }

  @Test
  void shouldEndAVisitThatGivesNoSignOfLife() {
    shell.open(new MessagePage("away", "away"));
    passes(Presence.LIMIT.minusSeconds(1));
    assertThat(where()).isEqualTo("page");
    passes(Duration.ofSeconds(1));
    assertThat(where()).as("nobody told this server anything").isEqualTo("home");
  }

  @Test
  void shouldKeepAVisitWhoseVisitorTouchesTheScreenHoweverLongItTakes() {
    shell.open(new MessagePage("away", "away"));
    for (int i = 0; i < 40; i++) {
      passes(Presence.LIMIT.minusSeconds(1));
      heard("gocua-here");
    }
    assertThat(where()).isEqualTo("page");
  }

  @Test
  void shouldOutlastTheBrowserThatAsksAndWipesByItself() {
    Duration browsers = Duration.ofSeconds(60 + 15 + 5 + 10);
    assertThat(Presence.LIMIT).isGreaterThan(browsers);
  }

  @Test
  void shouldLeaveTheFirstPageAlone() {
    String before = where();
    passes(Duration.ofHours(5));
    assertThat(where()).isEqualTo(before).isEqualTo("home");
  }

  private void heard(String event) {
    Element element = shell.getElement();
    element
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(element, event, JsonNodeFactory.instance.objectNode()));
  }
}
