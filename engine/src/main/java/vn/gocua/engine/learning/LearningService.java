package vn.gocua.engine.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.help.contact.RequestQuota;
import vn.gocua.engine.learning.LearningFact.ClassCancelled;
import vn.gocua.engine.learning.LearningFact.ClassScheduled;
import vn.gocua.engine.learning.LearningFact.SeatGivenBack;
import vn.gocua.engine.learning.LearningFact.SeatTaken;
import vn.gocua.engine.rights.RateLimiter;
import vn.gocua.engine.rights.Tokens;
import vn.gocua.engine.state.Decide;
import vn.gocua.engine.state.RememberedRepository;
import vn.gocua.engine.vault.LeaderReading;
import vn.gocua.engine.vault.Vault;
import vn.gocua.protocol.learning.LearningReason;
import vn.gocua.protocol.learning.SeatReceipt;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * Schedules classes and assigns their seats. Of two competing commands the journal accepts one.
 * Commands may be repeated. Calls block.
 */
final class LearningService {
  private static final int SECRET_BYTES = 16;

  private final Vault vault;
  private final LearnerContacts learners;
  private final RequestQuota limits;
  private final RememberedRepository<LearningFact, ClassSession> sessions;
  private final RateLimiter tries = new RateLimiter(10, Duration.ofSeconds(30));

  /**
   * @param limits how many seats a screen and a phone number may take
   */
  public LearningService(
      RememberedRepository<LearningFact, ClassSession> sessions,
      Vault vault,
      LearnerContacts learners,
      RequestQuota limits) {
    this.vault = vault;
    this.learners = learners;
    this.limits = limits;
    this.sessions = sessions;
  }

  /** A resident's enrolment. */
  public record TakeSeat(
      String id, String session, Learner learner, String textVersion, Instant agreedAt) {}

  /** Every class there is, by its start; from this node's memory, without blocking. */
  public List<ClassSession> all() {
    return sessions.all().stream()
        .sorted(
            Comparator.comparing((ClassSession session) -> session.lesson().startsAt())
                .thenComparing(ClassSession::id))
        .toList();
  }

  /**
   * A class.
   *
   * @throws Refusal if there is none of that id
   */
  public ClassSession find(String id) {
    return known(sessions.read(id).state());
  }

  /**
   * Schedules a class; a repeat with the same id changes nothing.
   *
   * @throws Refusal if the id belongs to another class
   */
  public ClassSession schedule(String id, Lesson lesson, String by, Instant at) {
    ClassSession session =
        changed(
            id,
            known -> {
              if (known != null && !known.lesson().equals(lesson)) {
                throw Refusal.of(LearningReason.CLASS_DIFFERS);
              }
              return known == null ? new ClassScheduled(id, lesson, by, at) : null;
            });
    return known(session);
  }

  /**
   * Changes a class.
   *
   * @param change makes the new values from the old
   * @throws Refusal if it is cancelled, or more seats are taken than there would be
   */
  public ClassSession change(String id, UnaryOperator<Lesson> change, String by, Instant at) {
    return decide(id, session -> session.change(change.apply(session.lesson()), by, at));
  }

  /** Cancels a class; again: nothing changes. */
  public ClassSession cancel(String id, String by, Instant at) {
    return decide(id, session -> session.isCancelled() ? null : new ClassCancelled(by, at));
  }

  /**
   * Assigns a seat. The same id again gives the same slip. The contact is stored before the seat: a
   * crash in between leaves an orphan, which is swept.
   *
   * @param screen of the kiosk
   * @throws Refusal if there is no seat, or that seat was cancelled
   * @throws Refusal of that screen or for that phone number
   */
  public SeatReceipt enrol(TakeSeat wanted, String screen, Instant at) {
    String secret = secret(wanted.id());
    Enrolment held = find(wanted.session()).enrolments().get(wanted.id());
    if (held == null) {
      limits.take(screen, wanted.learner().phone());
      find(wanted.session()).freeSeat(at);
      held = seated(wanted, secret, at);
    }
    if (held.givenBack()) {
      throw Refusal.of(LearningReason.SEAT_GIVEN_BACK);
    }
    return new SeatReceipt(wanted.session(), held.id(), held.seat(), held.code(), secret);
  }

  private Enrolment seated(TakeSeat wanted, String secret, Instant at) {
    String ref = learners.keep(wanted.id(), wanted.learner());
    try {
      ClassSession after =
          decide(
              wanted.session(),
              session ->
                  session.enrolments().containsKey(wanted.id())
                      ? null
                      : new SeatTaken(
                          wanted.id(),
                          session.freeSeat(at),
                          SeatCode.of(wanted.id(), vault, session),
                          ref,
                          Tokens.hash(secret),
                          wanted.textVersion(),
                          wanted.agreedAt(),
                          at));
      return java.util.Objects.requireNonNull(after.enrolments().get(wanted.id()));
    } catch (Refusal refused) {
      // Another took the last seat meanwhile.
      learners.erase(ref);
      throw refused;
    }
  }

  private String secret(String enrolment) {
    byte[] derived = vault.derived("slip-secret", enrolment);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(java.util.Arrays.copyOf(derived, SECRET_BYTES));
  }

  /**
   * Cancels a seat and erases its contact; a repeat changes nothing.
   *
   * @throws Refusal if the secret is wrong
   */
  public ClassSession cancelSeat(String session, String enrolment, String secret, Instant at) {
    Enrolment held = held(find(session), enrolment);
    if (!Tokens.matches(secret, held.secretHash())) {
      tries.insist(enrolment, RequestReason.TOO_MANY_TRIES);
      throw Refusal.of(LearningReason.WRONG_SLIP);
    }
    return cancelSeat(session, held, null, at);
  }

  /**
   * Cancels a seat on the attendee's request to a leader, and erases the contact; a repeat changes
   * nothing.
   */
  public ClassSession cancelSeatFor(String session, String enrolment, String by, Instant at) {
    return cancelSeat(session, held(find(session), enrolment), by, at);
  }

  private ClassSession cancelSeat(String session, Enrolment held, @Nullable String by, Instant at) {
    ClassSession after =
        decide(
            session,
            known ->
                held(known, held.id()).givenBack() ? null : new SeatGivenBack(held.id(), by, at));
    learners.erase(held.contact());
    return after;
  }

  private static Enrolment held(ClassSession session, String enrolment) {
    Enrolment held = session.enrolments().get(enrolment);
    if (held == null) {
      throw Refusal.of(LearningReason.UNKNOWN_ENROLMENT);
    }
    return held;
  }

  /** Reads the attendees by enrolment, after the access is recorded. */
  public Map<String, Learner> list(ClassSession session, LeaderReading leader) {
    return learners.of(session.id(), session.seated(), leader);
  }

  private ClassSession decide(String id, Function<ClassSession, @Nullable LearningFact> decide) {
    return known(changed(id, session -> decide.apply(known(session))));
  }

  /** Appends the decided fact and notifies listeners. */
  @Nullable ClassSession changed(String id, Decide<ClassSession, LearningFact> decide) {
    return sessions.append(id, decide).state();
  }

  private static ClassSession known(@Nullable ClassSession session) {
    if (session == null) {
      throw Refusal.of(LearningReason.UNKNOWN_CLASS);
    }
    return session;
  }

  /** Reads streams whose messages may have been lost. */
  void resync() {
    sessions.resync();
  }
}
