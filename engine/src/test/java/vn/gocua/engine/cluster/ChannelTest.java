package vn.gocua.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.Timeout;
import io.vertx.junit5.VertxExtension;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes on one bus: what arrives, what is known to be lost, and what earlier versions say. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 30, timeUnit = TimeUnit.SECONDS)
class ChannelTest {
  private Vertx vertx;
  private Channels here;
  private Channels there;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger missed = new AtomicInteger();

  @BeforeEach
  void open(Vertx owner) {
    vertx = owner;
    here = new Channels(vertx, "thu", "here");
    there = new Channels(vertx, "thu", "there");
  }

  private Channel<String> listening() {
    Channel<String> channel = here.text("help/thu");
    channel.subscribeToOthers(heard::add, missed::incrementAndGet);
    return channel;
  }

  /** As if another node had sent it. */
  private void sent(String address, Object body, String node, @Nullable Long number) {
    DeliveryOptions options = new DeliveryOptions();
    if (number != null) {
      options.addHeader("node", node).addHeader("n", String.valueOf(number));
    }
    vertx.eventBus().publish(address, body, options);
  }

  private void awaitHeard(String... messages) {
    await().untilAsserted(() -> assertThat(heard).containsExactly(messages));
  }

  @Test
  void shouldReachAllNodesInOrder() {
    Channel<String> own = here.text("help/thu");
    own.subscribe(heard::add, missed::incrementAndGet);
    Channel<String> other = there.text("help/thu");
    List<String> heardThere = new CopyOnWriteArrayList<>();
    other.subscribe(heardThere::add, missed::incrementAndGet);
    for (String message : List.of("a", "b", "c")) {
      own.publish(message);
    }
    awaitHeard("a", "b", "c");
    await().untilAsserted(() -> assertThat(heardThere).containsExactly("a", "b", "c"));
    assertThat(missed).hasValue(0);
  }

  @Test
  void shouldPassOverItsOwnMessages() {
    Channel<String> own = listening();
    own.publish("mine");
    there.text("help/thu").publish("theirs");
    awaitHeard("theirs");
  }

  @Test
  void shouldNoticeAMessageThatIsMissingInTheMiddle() {
    listening();
    sent("help/thu", "a", "x", 4L);
    sent("help/thu", "b", "x", 6L);
    awaitHeard("a", "b");
    await().untilAsserted(() -> assertThat(missed).hasValue(1));
  }

  @Test
  void shouldNoticeAtTheBeatThatTheLastMessageIsMissing() {
    listening();
    Channel<String> other = there.text("help/thu");
    other.publish("a");
    awaitHeard("a");
    there.heartbeat();
    sent("help/thu", "end", "x", null);
    awaitHeard("a", "end");
    assertThat(missed).as("nothing was lost").hasValue(0);
    // As if the bus had lost it.
    vertx
        .eventBus()
        .publish(
            "beats/thu",
            new JsonObject().put("help/thu", 2).put("nobody/thu", 9),
            new DeliveryOptions().addHeader("node", "there"));
    await().untilAsserted(() -> assertThat(missed).hasValue(1));
  }

  @Test
  void shouldNoticeThatTheFirstMessageOfANodeIsMissing() {
    listening();
    Channel<String> other = there.text("help/thu");
    there.heartbeat();
    other.publish("a");
    awaitHeard("a");
    assertThat(missed).hasValue(0);
    sent("help/thu", "b", "there", 3L);
    await().untilAsserted(() -> assertThat(missed).hasValue(1));
  }

  @Test
  void shouldHearANodeOfAnEarlierVersionThatNumbersNothing() {
    listening();
    sent("help/thu", "a", "old", null);
    sent("help/thu", "b", "old", null);
    awaitHeard("a", "b");
    assertThat(missed).hasValue(0);
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Word(byte[] bytes) {}

  private static final class WordCodec implements Channel.Codec<Word> {
    @Override
    public String name() {
      return "word";
    }

    @Override
    public byte[] encode(Word message) {
      return message.bytes();
    }

    @Override
    public Word decode(ByteBuffer in) {
      byte[] bytes = new byte[in.remaining()];
      in.get(bytes);
      return new Word(bytes);
    }
  }

  @Test
  void shouldTakeTheBeatOfANodeOfAnEarlierVersionOnTheChannelItself() {
    Channel<Word> channel = here.coded("board/thu", Word.class, new WordCodec());
    channel.subscribe(
        word -> heard.add(new String(word.bytes(), StandardCharsets.UTF_8)),
        missed::incrementAndGet);
    sent("board/thu", "old", "old", 3L);
    channel.publish(new Word("a".getBytes(StandardCharsets.UTF_8)));
    awaitHeard("a");
    assertThat(missed).hasValue(0);
    sent("board/thu", "old", "old", 4L);
    await().untilAsserted(() -> assertThat(missed).hasValue(1));
  }

  private record Seen(String device, Instant at, @Nullable Integer waiting) {}

  @Test
  void shouldCarryRecordsAsTheJsonOfEarlierVersions() {
    List<Seen> seen = new CopyOnWriteArrayList<>();
    here.json("seen", Seen.class).subscribe(seen::add, missed::incrementAndGet);
    Instant at = Instant.parse("2025-08-22T02:00:00.123Z");
    sent(
        "seen",
        new JsonObject().put("device", "d").put("at", at).putNull("waiting").put("more", 1),
        "old",
        null);
    there.json("seen", Seen.class).publish(new Seen("e", at, 3));
    await()
        .untilAsserted(
            () -> assertThat(seen).containsExactly(new Seen("d", at, null), new Seen("e", at, 3)));
  }

  @Test
  void shouldKeepOneSubscribersFaultFromTheOthers() {
    Channel<String> channel = here.text("help/thu");
    channel.subscribe(
        _ -> {
          throw new IllegalStateException("a fault");
        },
        () -> {});
    channel.subscribe(heard::add, () -> {});
    channel.publish("a");
    channel.publish("b");
    awaitHeard("a", "b");
  }

  @Test
  void shouldBeOpenOnce() {
    here.text("help/thu");
    assertThatThrownBy(() -> here.text("help/thu")).isInstanceOf(IllegalStateException.class);
  }
}
