package vn.gocua.engine.help.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;
import vn.gocua.engine.journal.EventCodec;

/** Facts of a help request. The contact is in the vault, under an opaque ref. */
public sealed interface HelpFact {
  /**
   * A resident asked for help.
   *
   * @param id minted by the kiosk; the same id again is the same request
   * @param team the team of the hamlet that the ticket names
   * @param contact the vault's ref
   * @param secretHash of the secret on the ticket
   * @param when the code of a {@link PreferredTime}
   * @param guardian whether the help is for a child, and the contact that of its guardian
   */
  record HelpRequested(
      String id,
      String code,
      String hamlet,
      String activity,
      String team,
      String contact,
      Consent consent,
      String secretHash,
      String when,
      boolean guardian,
      Instant at)
      implements HelpFact {}

  /**
   * Evidence that consent was given: to which text, when by the kiosk's clock.
   *
   * @param groupsTextVersion the text by which the naming of priority groups was agreed to; null if
   *     none is named
   */
  record Consent(String textVersion, @Nullable String groupsTextVersion, Instant at) {}

  record HelpClaimed(String team, String by, Instant at) implements HelpFact {}

  record HelpReleased(String team, String by, Instant at) implements HelpFact {}

  /**
   * The team is done.
   *
   * @param checkIn id of the check-in that reports the visit
   */
  record HelpClosed(String team, String by, @Nullable String checkIn, Instant at)
      implements HelpFact {}

  /**
   * The resident changed the request.
   *
   * @param when null: unchanged
   * @param contact the vault's ref of the new contact; null: unchanged
   * @param consent to keep the new contact; null: the former holds for it, and in older events
   */
  record HelpChanged(
      @Nullable String when, @Nullable String contact, Instant at, @Nullable Consent consent)
      implements HelpFact {}

  /**
   * The consent to name priority groups was withdrawn; all else stays.
   *
   * @param contact the vault's ref of the contact without them
   * @param by {@code ticket-holder}, or an account
   */
  record HelpGroupsWithdrawn(String contact, String by, Instant at) implements HelpFact {}

  /** The resident withdrew the request; the contact is erased. */
  record HelpWithdrawn(Instant at) implements HelpFact {}

  /** The resident rated the help: 1 … 5 stars. */
  record HelpRated(int stars, Instant at) implements HelpFact {}

  /** A leader assigned the request to a team; an earlier claim ends. */
  record HelpReassigned(String team, String by, Instant at) implements HelpFact {}

  /**
   * A leader cancelled the request.
   *
   * @param reason the code of a {@link CancelReason}
   */
  record HelpCancelled(String reason, String by, Instant at) implements HelpFact {}

  /**
   * Nobody helped in time, or the campaign ended first. This never counts as help, and the contact
   * is erased.
   *
   * @param why the code of an {@link ExpiryReason}
   * @param by an account, or the engine itself
   */
  record HelpExpired(String why, String by, Instant at) implements HelpFact {}

  /**
   * A leader who closed the campaign left the request for the next one; it stays as it is.
   *
   * @param hamletName as this campaign names it, for one that does not; null in older events, and
   *     if it is not known here either
   * @param activityName likewise
   */
  record HelpLeft(String by, Instant at, @Nullable String hamletName, @Nullable String activityName)
      implements HelpFact {}

  /**
   * A request that an earlier campaign left goes on here, with the ticket that its holder has. It
   * is the first fact of its stream.
   *
   * @param team that is offered it; empty if it waits for a leader, as nobody here serves the
   *     hamlet or knows the activity
   * @param lost whether the contact was lost before
   * @param hamletName as the earlier campaign named it; null if that is not known
   * @param activityName likewise
   * @param askedAt when the resident asked: all terms count from then
   * @param from the earlier campaign's id
   */
  record HelpCarriedIn(
      String id,
      String code,
      String hamlet,
      String activity,
      String team,
      String contact,
      Consent consent,
      String secretHash,
      String when,
      boolean guardian,
      boolean lost,
      @Nullable String hamletName,
      @Nullable String activityName,
      Instant askedAt,
      String from,
      Instant at)
      implements HelpFact {}

  /**
   * A request that was left goes on in the next campaign; here it is over, and its contact erased.
   *
   * @param to the next campaign's id
   */
  record HelpCarriedOut(String to, Instant at) implements HelpFact {}

  /**
   * The contact is no longer in the vault.
   *
   * @param why the code of an {@link ErasureReason}
   * @param by an account, or the engine itself
   */
  record HelpContactErased(String why, String by, Instant at) implements HelpFact {}

  /**
   * The contact was lost with the vault's key. The request stays as it is; the ticket's holder may
   * give the contact again.
   */
  record HelpContactLost(Instant at) implements HelpFact {}

  /** Names of these facts in the journal. */
  FactTypes<HelpFact> FACTS =
      FactTypes.of(
              HelpFact.class,
              "a help event",
              FactType.of("help-requested/2", HelpRequested.class),
              FactType.of("help-claimed/1", HelpClaimed.class),
              FactType.of("help-released/1", HelpReleased.class),
              FactType.of("help-closed/1", HelpClosed.class),
              FactType.of("help-changed/1", HelpChanged.class),
              FactType.of("help-withdrawn/1", HelpWithdrawn.class),
              FactType.of("help-rated/1", HelpRated.class),
              FactType.of("help-reassigned/1", HelpReassigned.class)
                  .audited("help-reassigned", HelpReassigned::by, HelpReassigned::at)
                  .with("team", HelpReassigned::team),
              FactType.of("help-cancelled/1", HelpCancelled.class)
                  .audited("help-cancelled", HelpCancelled::by, HelpCancelled::at)
                  .with("reason", HelpCancelled::reason),
              FactType.of("help-groups-withdrawn/1", HelpGroupsWithdrawn.class)
                  .audited(
                      "help-groups-withdrawn", HelpGroupsWithdrawn::by, HelpGroupsWithdrawn::at),
              FactType.of("help-expired/1", HelpExpired.class)
                  .audited("help-expired", HelpExpired::by, HelpExpired::at)
                  .with("why", HelpExpired::why),
              FactType.of("help-left/1", HelpLeft.class)
                  .audited("help-left", HelpLeft::by, HelpLeft::at),
              FactType.of("help-carried-in/1", HelpCarriedIn.class)
                  .audited("help-carried-in", _ -> null, HelpCarriedIn::at)
                  .with("from", HelpCarriedIn::from),
              FactType.of("help-carried-out/1", HelpCarriedOut.class)
                  .audited("help-carried-out", _ -> null, HelpCarriedOut::at)
                  .with("to", HelpCarriedOut::to),
              FactType.of("help-contact-erased/1", HelpContactErased.class)
                  .audited("help-contact-erased", HelpContactErased::by, HelpContactErased::at)
                  .with("why", HelpContactErased::why),
              FactType.of("help-contact-lost/1", HelpContactLost.class))
          .reading("help-requested/1", json -> EventCodec.read(json, HelpRequestedV1.class).now());
}
