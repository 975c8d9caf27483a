package vn.gocua.engine.screens;

import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;

/** Tells every node which screens ask to be accepted, and which were answered. */
public final class OffersBus {
  private final EventBus bus;
  private final String address;

  public OffersBus(EventBus bus, String campaign) {
    this.bus = bus;
    this.address = "screen-offers/" + campaign;
  }

  void publish(Offer offer) {
    bus.publish(
        address,
        new JsonObject()
            .put("code", offer.code())
            .put("hash", offer.secretHash())
            .put("at", offer.offeredAt())
            .put("until", offer.until()));
  }

  void publishAnswered(String code) {
    bus.publish(address, new JsonObject().put("code", code));
  }

  void subscribe(Offers offers) {
    bus.<JsonObject>consumer(
        address,
        message -> {
          JsonObject said = message.body();
          String hash = said.getString("hash");
          if (hash == null) {
            offers.drop(said.getString("code"));
          } else {
            offers.take(
                new Offer(
                    said.getString("code"), hash, said.getInstant("at"), said.getInstant("until")));
          }
        });
  }
}
