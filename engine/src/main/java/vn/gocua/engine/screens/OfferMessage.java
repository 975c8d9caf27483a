package vn.gocua.engine.screens;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.cluster.Channel;
import vn.gocua.engine.cluster.Channels;

/**
 * Message between nodes about an offer.
 *
 * @param hash of the screen's secret; null: the offer was answered, and the rest is null too
 */
record OfferMessage(
    String code, @Nullable String hash, @Nullable Instant at, @Nullable Instant until) {

  static Channel<OfferMessage> channel(Channels channels, String campaign) {
    return channels.json("screen-offers/" + campaign, OfferMessage.class);
  }

  static OfferMessage of(Offer offer) {
    return new OfferMessage(offer.code(), offer.secretHash(), offer.offeredAt(), offer.until());
  }

  static OfferMessage answered(String code) {
    return new OfferMessage(code, null, null, null);
  }

  /** The offer; null if it was answered. */
  @Nullable Offer offer() {
    return hash == null || at == null || until == null ? null : new Offer(code, hash, at, until);
  }
}
