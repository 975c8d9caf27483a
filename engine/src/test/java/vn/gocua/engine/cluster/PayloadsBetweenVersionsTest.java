package vn.gocua.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.Timeout;
import io.vertx.junit5.VertxExtension;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.gocua.engine.access.activity.DeviceActivity;
import vn.gocua.engine.board.RecentCheckIn;
import vn.gocua.engine.board.TallyChanged;
import vn.gocua.engine.board.TallyChangedCodec;
import vn.gocua.engine.checkin.event.Counts;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.checkin.event.TallyProjection;
import vn.gocua.engine.live.Projection.Folded;

/**
 * Messages between nodes as they have been since this test was written. They stay so, because a
 * cluster is upgraded node by node: nodes of both versions read each other's messages.
 */
@ExtendWith(VertxExtension.class)
@Timeout(value = 30, timeUnit = TimeUnit.SECONDS)
class PayloadsBetweenVersionsTest {
  private static final TallyChanged CHANGE =
      new TallyChanged(
          "check-ins/T07/2026-03-12",
          new Folded<>(
              new Tally(
                  3,
                  5,
                  new Counts(new TreeMap<>(Map.of("apps", 2L, "payments", 1L))),
                  new Counts(new TreeMap<>(Map.of("elderly", 4L))),
                  1773284645000L),
              7),
          List.of(new RecentCheckIn("T07", "apps", 2, Instant.parse("2026-03-12T03:04:05.123Z"))));

  /** A text is its length and its UTF-8; the tally's own texts have two bytes for the length. */
  private static final byte[] CHANGE_IN_BYTES =
      HexFormat.of()
          .parseHex(
              String.join(
                  "",
                  "00000018" + "636865636b2d696e732f5430372f323032362d30332d3132", // stream
                  "00000007", // version
                  "00000051", // length of the tally
                  "0000000000000003" + "0000000000000005" + "0000019ce0005888",
                  "00000002", // activities
                  "0004" + "61707073" + "0000000000000002",
                  "0008" + "7061796d656e7473" + "0000000000000001",
                  "00000001", // groups
                  "0007" + "656c6465726c79" + "0000000000000004",
                  "00000001", // check-ins just counted: team, activity, residents, received
                  "00000003" + "543037" + "00000004" + "61707073",
                  "00000002" + "0000019ce0005903"));

  private static final DeviceActivity ACTIVITY =
      new DeviceActivity(
          "0198c0de-0000-7000-8000-000000000001",
          Instant.parse("2026-03-12T03:04:05.123Z"),
          4,
          "0.2.0",
          Instant.parse("2026-03-12T03:00:00Z"));
  private static final JsonObject ACTIVITY_AS_JSON =
      new JsonObject(
          """
          {"device":"0198c0de-0000-7000-8000-000000000001","at":"2026-03-12T03:04:05.123Z",
           "waiting":4,"app":"0.2.0","overQuotaAt":"2026-03-12T03:00:00Z"}
          """);

  private final TallyChangedCodec codec = new TallyChangedCodec(new TallyProjection());

  @Test
  void shouldWriteAChangedTallyAsEver() {
    assertThat(codec.name()).isEqualTo("gocua.board-change");
    assertThat(codec.encode(CHANGE)).isEqualTo(CHANGE_IN_BYTES);
  }

  @Test
  void shouldReadAChangedTallyAndLeaveWhatStandsBehindIt() {
    ByteBuffer received = ByteBuffer.allocate(CHANGE_IN_BYTES.length + 4);
    received.put(CHANGE_IN_BYTES).putInt(42).flip();
    assertThat(codec.decode(received)).isEqualTo(CHANGE);
    assertThat(received.getInt()).isEqualTo(42);
  }

  @Test
  void shouldTellAPhonesActivityAsEver(Vertx vertx) {
    List<Object> sent = new CopyOnWriteArrayList<>();
    vertx.eventBus().consumer("access/sightings", message -> sent.add(message.body()));
    activities(vertx).publish(ACTIVITY);
    await().untilAsserted(() -> assertThat(sent).containsExactly(ACTIVITY_AS_JSON));
  }

  @Test
  void shouldReadAPhonesActivityOfOlderAndNewerNodes(Vertx vertx) {
    List<DeviceActivity> heard = new CopyOnWriteArrayList<>();
    activities(vertx).subscribeToOthers(heard::add, () -> {});
    JsonObject older = ACTIVITY_AS_JSON.copy();
    older.remove("overQuotaAt");
    vertx.eventBus().publish("access/sightings", older);
    vertx.eventBus().publish("access/sightings", ACTIVITY_AS_JSON.copy().put("later", "unknown"));
    DeviceActivity unrefused =
        new DeviceActivity(
            ACTIVITY.device(), ACTIVITY.at(), ACTIVITY.waiting(), ACTIVITY.app(), null);
    await().untilAsserted(() -> assertThat(heard).containsExactly(unrefused, ACTIVITY));
  }

  private static Channel<DeviceActivity> activities(Vertx vertx) {
    return new Channels(vertx, "thu", "here").json("access/sightings", DeviceActivity.class);
  }
}
