package vn.gocua.engine.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.gocua.engine.cluster.Channel;
import vn.gocua.engine.cluster.Channels;

/** Nodes of earlier versions and of this one understand each other's offers. */
@ExtendWith(VertxExtension.class)
class OfferMessageTest {
  private static final Instant AT = Instant.parse("2025-08-22T02:00:00Z");

  @Test
  void shouldReadAndWriteWhatEarlierVersionsDo(Vertx vertx) {
    List<OfferMessage> heard = new CopyOnWriteArrayList<>();
    List<JsonObject> sent = new CopyOnWriteArrayList<>();
    Channel<OfferMessage> channel = OfferMessage.channel(new Channels(vertx, "thu", "here"), "thu");
    channel.subscribeToOthers(heard::add, () -> {});
    Offer offer = Offer.of("ABC234", "hash", AT);
    JsonObject old =
        new JsonObject()
            .put("code", "ABC234")
            .put("hash", "hash")
            .put("at", AT)
            .put("until", offer.until());
    vertx.eventBus().publish("screen-offers/thu", old);
    vertx.eventBus().publish("screen-offers/thu", new JsonObject().put("code", "ABC234"));
    await().untilAsserted(() -> assertThat(heard).hasSize(2));
    assertThat(heard.getFirst().offer()).isEqualTo(offer);
    assertThat(heard.getLast().offer()).isNull();
    vertx.eventBus().<JsonObject>consumer("screen-offers/thu", message -> sent.add(message.body()));
    channel.publish(OfferMessage.of(offer));
    channel.publish(OfferMessage.answered("ABC234"));
    await().untilAsserted(() -> assertThat(sent).hasSize(2));
    assertThat(sent.getFirst().getString("hash")).isEqualTo("hash");
    assertThat(sent.getFirst().getInstant("until")).isEqualTo(offer.until());
    assertThat(sent.getLast().fieldNames()).containsExactly("code");
  }
}
