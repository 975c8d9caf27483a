package vn.gocua.engine.screens;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.cluster.Channel;
import vn.gocua.engine.rights.Tokens;
import vn.gocua.engine.screens.Screen.Status;
import vn.gocua.engine.screens.ScreenFact.ScreenAccepted;
import vn.gocua.engine.screens.ScreenFact.ScreenOffered;
import vn.gocua.engine.screens.ScreenFact.ScreenRevoked;
import vn.gocua.engine.state.Decide;
import vn.gocua.engine.state.RememberedRepository;
import vn.gocua.engine.state.Repositories;
import vn.gocua.engine.state.StreamKind;
import vn.gocua.engine.vault.Vault;

/**
 * Pairs screens. A screen is identified by its secret; its visible code derives from the secret and
 * stays the same. Leaders' answers are in the journal, offers in memory.
 */
final class ScreenService {
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 6;
  private static final int CANDIDATES = 8;

  /** Offers that a list of screens ends with; more are no screens of a hall. */
  private static final int LISTED_OFFERS = 50;

  /** Period of the resync with the journal, in case a message of another node was lost. */
  private static final Duration RESYNC = Duration.ofSeconds(15);

  /** Offers that earlier versions have put into the journal are listed for so long. */
  private static final Duration LISTED = Duration.ofDays(1);

  private final Vault vault;
  private final RememberedRepository<ScreenFact, Screen> screens;
  private final Offers offers;
  private final Channel<OfferMessage> channel;

  /**
   * Reads the leaders' answers. Blocks. Offers are sent to other nodes: the screen may ask one, the
   * leader another.
   *
   * @param nanos as {@link System#nanoTime}
   */
  ScreenService(Repositories repositories, Vault vault, LongSupplier nanos) {
    this.vault = vault;
    String campaign = repositories.campaign();
    this.screens =
        repositories.remembered(
            new StreamKind<>(
                campaign + "/screen/", ScreenFact.FACTS, Screen::evolve, ScreenTold::told),
            "screens",
            RESYNC);
    this.channel = OfferMessage.channel(repositories.channels(), campaign);
    this.offers = new Offers(nanos, offer -> channel.publish(OfferMessage.of(offer)));
    channel.subscribe(this::receive, () -> {});
  }

  /** Loads the answers from the journal into memory. Blocks. */
  void load() {
    screens.load();
  }

  private void receive(OfferMessage message) {
    Offer offer = message.offer();
    if (offer == null) {
      offers.drop(message.code());
    } else {
      offers.receive(offer);
    }
  }

  /** A screen and the code that it is called by. */
  record CodedScreen(String code, Screen screen) {}

  /**
   * Status of the screen with this secret; a new one is offered. Does not block.
   *
   * @param again offers it again if its offer has ended or it was revoked
   */
  CodedScreen present(String secret, boolean again, Instant now) {
    String hash = Tokens.hash(secret);
    CodeSlot slot = slot(hash);
    Screen stored = slot.screen;
    if (stored != null && isStanding(stored, now)) {
      return new CodedScreen(slot.code, stored);
    }
    Offer offer = offers.seen(slot.code);
    if (offer == null && stored != null && !again) {
      return new CodedScreen(slot.code, stored);
    }
    if (offer == null || (again && offer.isOver(now))) {
      offer = Offer.of(slot.code, hash, now);
      offers.make(offer);
    }
    return new CodedScreen(slot.code, offer.screen());
  }

  /** Whether the journal alone gives a screen's status. */
  private static boolean isStanding(Screen screen, Instant now) {
    Status status = screen.statusAt(now);
    return status == Status.ACCEPTED || status == Status.OFFERED;
  }

  /**
   * Accepts the screen with this code; a repeat changes nothing. Blocks.
   *
   * @param place of the screen
   * @return the screen; empty if no screen shows this code now
   */
  Optional<CodedScreen> accept(String typed, @Nullable String place, String by, Instant now) {
    String code = normalized(typed);
    Screen after =
        answer(
            code,
            now,
            known ->
                known != null && known.statusAt(now) == Status.OFFERED
                    ? new ScreenAccepted(by, place, now)
                    : null);
    return after != null && after.status() == Status.ACCEPTED
        ? Optional.of(new CodedScreen(code, after))
        : Optional.empty();
  }

  /** A screen stops serving; false if there is no such screen. Again: nothing changes. Blocks. */
  boolean revoke(String typed, String by, Instant now) {
    String code = normalized(typed);
    Screen after =
        answer(
            code,
            now,
            known ->
                known == null || known.status() == Status.REVOKED
                    ? null
                    : new ScreenRevoked(by, now));
    return after != null;
  }

  /** Puts a leader's answer on record, after the offer that it answers. */
  private @Nullable Screen answer(String code, Instant now, Decide<Screen, ScreenFact> decide) {
    putOnRecord(code, now);
    Screen after = screens.append(code, decide).state();
    answered(code);
    return after;
  }

  /** Appends an offer, right before the leader's answer to it. */
  private void putOnRecord(String code, Instant now) {
    Offer offer = offers.get(code);
    if (offer != null && !offer.isOver(now)) {
      var _ =
          screens.append(
              code,
              known ->
                  known == null || !isStanding(known, now)
                      ? new ScreenOffered(offer.secretHash(), offer.offeredAt(), offer.until())
                      : null);
    }
  }

  private void answered(String code) {
    if (offers.get(code) != null) {
      offers.drop(code);
      channel.publish(OfferMessage.answered(code));
    }
  }

  /** All screens that leaders have answered, and the latest offers; the latest first. */
  List<CodedScreen> all(Instant now) {
    Map<String, Screen> all = new HashMap<>();
    for (String code : screens.keys()) {
      Screen screen = screens.get(code);
      if (screen != null
          && (screen.statusAt(now) != Status.EXPIRED
              || now.isBefore(screen.until().plus(LISTED)))) {
        all.put(code, screen);
      }
    }
    for (Offer offer : offers.latest(LISTED_OFFERS)) {
      all.merge(
          offer.code(),
          offer.screen(),
          (stored, offered) -> isStanding(stored, now) ? stored : offered);
    }
    return all.entrySet().stream()
        .map(entry -> new CodedScreen(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing((CodedScreen coded) -> coded.screen.offeredAt()).reversed())
        .toList();
  }

  /**
   * Revokes every serving screen: codes derive from the vault's lost key, so none is recognised any
   * more. They offer themselves again.
   *
   * @return their number
   */
  int forgetAll(Instant now) {
    int forgotten = 0;
    for (CodedScreen coded : all(now)) {
      if (coded.screen.status() == Status.ACCEPTED && revoke(coded.code, "engine", now)) {
        forgotten++;
      }
    }
    return forgotten;
  }

  private record CodeSlot(String code, @Nullable Screen screen) {}

  /** The code that a screen has or would have; not one that another screen has. */
  private CodeSlot slot(String hash) {
    for (int n = 0; n < CANDIDATES; n++) {
      String code = candidate(hash, n);
      Screen held = screens.get(code);
      Offer offer = held == null ? offers.get(code) : null;
      String owner = held != null ? held.secretHash() : offer != null ? offer.secretHash() : hash;
      if (owner.equals(hash)) {
        return new CodeSlot(code, held);
      }
    }
    throw new IllegalStateException("no code is free");
  }

  private String candidate(String hash, int n) {
    byte[] random = vault.derived("screen-code", hash + "/" + n);
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(LETTERS.charAt(Math.floorMod(random[i], LETTERS.length())));
    }
    return code.toString();
  }

  private static String normalized(String typed) {
    return typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
  }
}
