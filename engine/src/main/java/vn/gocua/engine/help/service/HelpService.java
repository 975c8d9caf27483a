package vn.gocua.engine.help.service;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.help.contact.Contact;
import vn.gocua.engine.help.contact.HelpContacts;
import vn.gocua.engine.help.contact.RequestQuota;
import vn.gocua.engine.help.state.Actor;
import vn.gocua.engine.help.state.HelpFact;
import vn.gocua.engine.help.state.HelpFact.Consent;
import vn.gocua.engine.help.state.HelpFact.HelpRequested;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.help.state.HelpRequests;
import vn.gocua.engine.help.state.PreferredTime;
import vn.gocua.engine.help.state.Stage.Claimed;
import vn.gocua.engine.help.state.Stage.Ended;
import vn.gocua.engine.help.state.Stage.Open;
import vn.gocua.engine.help.state.Stage.Withdrawn;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.rights.Tokens;
import vn.gocua.engine.state.Decide;
import vn.gocua.engine.state.RememberedRepository;
import vn.gocua.engine.state.Versioned;
import vn.gocua.engine.vault.LeaderReading;
import vn.gocua.engine.vault.Vault;
import vn.gocua.protocol.help.HelpReason;
import vn.gocua.protocol.refusal.Refusal;

/**
 * Takes residents' requests; claims, releases and closes them for teams. Of two competing commands
 * the journal accepts one. Commands may be repeated. Calls block.
 */
public final class HelpService {
  private final Campaign campaign;
  private final HelpContacts contacts;
  private final RequestQuota limits;
  private final HelpRequests requests;
  private final CheckInLookup checkIns;
  private final TicketCode codes;
  private final TicketSecrets secrets;
  private final RememberedRepository<HelpFact, HelpRequest> repository;

  /**
   * @param limits how many requests a screen and a phone number may make
   */
  public HelpService(
      Campaign campaign,
      Journal journal,
      HelpRequests requests,
      Vault vault,
      HelpContacts contacts,
      RequestQuota limits) {
    this.campaign = campaign;
    this.secrets = new TicketSecrets(vault);
    this.contacts = contacts;
    this.limits = limits;
    this.requests = requests;
    this.repository = requests.repository();
    this.checkIns = new CheckInLookup(campaign, journal);
    this.codes = new TicketCode(campaign.id(), vault);
  }

  /**
   * A resident's request.
   *
   * @param guardian whether it is for a child, and the contact its guardian's
   */
  public record RequestHelp(
      String id,
      String hamlet,
      String activity,
      Contact contact,
      Consent consent,
      PreferredTime when,
      boolean guardian) {}

  /**
   * A new ticket.
   *
   * @param pin six digits, in place of a lost QR code with the secret
   */
  public record Ticket(String code, String team, String secret, String pin) {}

  /**
   * Takes a request. The same id again gives the same ticket. The contact is stored before the
   * request: a crash in between leaves an unreadable orphan.
   *
   * @param screen of the kiosk
   * @throws Refusal if the id is another's, nobody serves the hamlet, or a quota is used up
   */
  public Ticket ask(RequestHelp wanted, String screen, Instant at) {
    String secret = secrets.secret(wanted.id());
    boolean counted = false;
    for (int n = 0; n < TicketCode.CANDIDATES; n++) {
      String code = codes.candidate(wanted.id(), n);
      HelpRequest held = repository.read(code).state();
      if (held == null) {
        if (!counted) {
          limits.take(screen, wanted.contact().phone());
          counted = true;
        }
        held = Objects.requireNonNull(make(wanted, code, secret, at));
      }
      if (held.asked().id().equals(wanted.id())) {
        return new Ticket(
            code, same(held, wanted).assignedTeam(), secret, secrets.pin(wanted.id()));
      }
    }
    throw new IllegalStateException("no code is free");
  }

  private @Nullable HelpRequest make(RequestHelp wanted, String code, String secret, Instant at) {
    if (campaign.isOver(at)) {
      throw Refusal.of(HelpReason.CAMPAIGN_OVER);
    }
    String team = nextTeam(wanted.hamlet());
    String ref = contacts.keep(wanted.id(), wanted.contact());
    return changed(
            code,
            known ->
                known != null
                    ? null
                    : new HelpRequested(
                        wanted.id(),
                        code,
                        wanted.hamlet(),
                        wanted.activity(),
                        team,
                        ref,
                        wanted.consent(),
                        Tokens.hash(secret),
                        wanted.when().code(),
                        wanted.guardian(),
                        at))
        .state();
  }

  private static HelpRequest same(HelpRequest held, RequestHelp wanted) {
    if (!held.asked().hamlet().equals(wanted.hamlet())
        || !held.asked().activity().equals(wanted.activity())) {
      throw Refusal.of(HelpReason.HELP_REQUEST_DIFFERS);
    }
    return held;
  }

  /** Of the teams that serve a hamlet, the one with the least to do. */
  private String nextTeam(String hamlet) {
    Map<String, Integer> unfinished = requests.unfinishedByTeam();
    return campaign.teams().values().stream()
        .filter(team -> team.hamlets().contains(hamlet))
        .min(Comparator.comparingInt(team -> unfinished.getOrDefault(team.code(), 0)))
        .map(Team::code)
        .orElseThrow(() -> Refusal.of(HelpReason.NO_TEAM_FOR_HAMLET));
  }

  /** What proves the holders of tickets. */
  TicketSecrets secrets() {
    return secrets;
  }

  /** The request of that code; version 0 if there is none. */
  public Versioned<HelpRequest> find(String code) {
    return repository.read(code);
  }

  /** The code of some request, or an unused one if there is none. */
  String anyCode() {
    return requests.any().orElse("--");
  }

  /**
   * Claims a request for a team; a repeat changes nothing.
   *
   * @throws Refusal if another team was quicker
   */
  public Versioned<HelpRequest> claim(String code, Actor actor, Instant at) {
    return decide(code, actor, request -> request.claim(actor, at));
  }

  /** Releases a claimed request; a repeat changes nothing. */
  public Versioned<HelpRequest> release(String code, Actor actor, Instant at) {
    return decide(code, actor, request -> request.release(actor, at));
  }

  /**
   * A team is done; again: nothing changes.
   *
   * @param checkIn id of the check-in that reports the visit; it must be in the journal already
   */
  public Versioned<HelpRequest> close(
      String code, Actor actor, @Nullable String checkIn, Instant at) {
    if (checkIn != null && !checkIns.isOf(checkIn, actor.team())) {
      throw Refusal.of(HelpReason.UNKNOWN_CHECK_IN);
    }
    return decide(code, actor, request -> request.close(actor, checkIn, at));
  }

  /** A check-in reported the visit: closes the request if its team has claimed it. */
  void answered(CheckInLookup.Answer answer, Instant at) {
    Actor actor = new Actor(answer.team(), answer.by());
    changed(
        answer.code(),
        known ->
            known != null && known.isClaimedBy(answer.team())
                ? known.close(actor, answer.checkIn(), at)
                : null);
  }

  /**
   * The check-in that has reported a claimed request's visit without the request having been
   * closed, as a crash in between leaves it.
   */
  void closeIfAnswered(HelpRequest claimed, Instant now) {
    checkIns.answerTo(claimed, now).ifPresent(answer -> answered(answer, now));
  }

  /**
   * Reads the contact for the team that has claimed the request, after the access is recorded.
   *
   * @throws Refusal if the team has not claimed it, the contact was erased, or the phone has read
   *     its quota of contacts
   */
  public Contact contactFor(String code, Actor actor, Instant at) {
    HelpRequest request = served(known(repository.read(code).state()), actor);
    if (!request.isClaimedBy(actor.team())) {
      throw switch (request.stage()) {
        case Open _ -> Refusal.of(HelpReason.CLAIM_FIRST);
        case Claimed claimed -> HelpReason.ALREADY_CLAIMED.because(claimed.team());
        case Withdrawn _ -> Refusal.of(HelpReason.CONTACT_ERASED);
        case Ended ended -> ended.refusal();
      };
    }
    return contacts.forTeam(request, actor, at);
  }

  /** Reads the contact for a leader, after the access is recorded. */
  public Contact contactForLeader(String code, LeaderReading leader) {
    return contacts.forLeader(known(repository.read(code).state()), leader);
  }

  private Versioned<HelpRequest> decide(
      String code, Actor actor, Function<HelpRequest, @Nullable HelpFact> decide) {
    return changed(
        code,
        known -> {
          HelpFact fact = decide.apply(served(known(known), actor));
          if (fact != null) {
            actor.recording().run();
          }
          return fact;
        });
  }

  Campaign campaign() {
    return campaign;
  }

  /** Appends the decided fact and notifies listeners; version 0 only without such a request. */
  Versioned<HelpRequest> changed(String code, Decide<HelpRequest, HelpFact> decide) {
    return repository.append(code, decide);
  }

  /**
   * @throws Refusal if there is none
   */
  static HelpRequest known(@Nullable HelpRequest request) {
    if (request == null) {
      throw Refusal.of(HelpReason.UNKNOWN_HELP_REQUEST);
    }
    return request;
  }

  /**
   * Whether a team sees a request: of its own hamlets, or one that was given to it.
   *
   * @param team as the campaign has it; null if it does not
   */
  public static boolean isFor(HelpRequest request, String code, @Nullable Team team) {
    return request.team().equals(code)
        || (!request.waitsForLeader()
            && team != null
            && team.hamlets().contains(request.asked().hamlet()));
  }

  /** Requires a request that the phone's team may take. */
  private HelpRequest served(HelpRequest request, Actor actor) {
    if (!isFor(request, actor.team(), campaign.team(actor.team()))) {
      throw Refusal.of(HelpReason.NOT_YOUR_HAMLET);
    }
    return request;
  }
}
