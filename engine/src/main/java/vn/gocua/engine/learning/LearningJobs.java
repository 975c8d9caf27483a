package vn.gocua.engine.learning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.help.contact.Terms;
import vn.gocua.engine.learning.LearningFact.LearnerErased;
import vn.gocua.engine.vault.Vault;

/** Erases attendees of classes, in time. */
public final class LearningJobs {
  private static final Logger log = LoggerFactory.getLogger(LearningJobs.class);
  private static final Duration FIRST_ERASING = Duration.ofMinutes(2);
  private static final Duration ERASE = Duration.ofMinutes(30);

  /** Longer than any enrolment takes between the vault and the journal. */
  private static final Duration ORPHAN_AGE = Duration.ofHours(1);

  private final LearningService service;
  private final LearnerContacts learners;
  private final Vault vault;
  private final Terms terms;
  private final Clock clock;
  private final Clock realTime;

  /**
   * @param clock the campaign's time
   * @param realTime by which the vault dates its records
   */
  public LearningJobs(
      LearningService service,
      LearnerContacts learners,
      Vault vault,
      Terms terms,
      Clock clock,
      Clock realTime) {
    this.service = service;
    this.learners = learners;
    this.vault = vault;
    this.terms = terms;
    this.clock = clock;
    this.realTime = realTime;
  }

  /**
   * Starts erasing.
   *
   * @param sure whether the clock is reliable; an unreliable one erases nothing
   */
  public void watch(Schedule schedule, BooleanSupplier sure) {
    var _ =
        schedule.every(
            "learners of old classes", FIRST_ERASING, ERASE, () -> onlyIf(sure, this::eraseOver));
    var _ =
        schedule.every(
            "learners of no class", FIRST_ERASING, ERASE, () -> onlyIf(sure, this::eraseOrphans));
  }

  private static void onlyIf(BooleanSupplier sure, Runnable work) {
    if (sure.getAsBoolean()) {
      work.run();
    }
  }

  /** Erases attendees of classes that ended, or are waited for, long enough. Blocks. */
  public void eraseOver() {
    Instant now = clock.instant();
    for (ClassSession session : service.all()) {
      for (Enrolment enrolment : session.enrolments().values()) {
        Instant needed = session.neededUntil(enrolment, terms.waiting());
        if (needed.plus(terms.retention()).isBefore(now)) {
          erase(session, enrolment, "retention", "engine", now);
        }
      }
    }
  }

  /**
   * Erases everybody with a phone number; the seats stay taken.
   *
   * @return the codes of their slips
   */
  public List<String> eraseByPhone(String phone, String by, Instant at) {
    List<String> erased = new ArrayList<>();
    for (ClassSession session : service.all()) {
      for (Enrolment enrolment : session.enrolments().values()) {
        if (!enrolment.erased() && learners.isOf(enrolment, phone)) {
          erase(session, enrolment, "demand", by, at);
          erased.add(enrolment.code());
        }
      }
    }
    return erased;
  }

  /**
   * The slips of a class that had their seat at a time, each with whether its contact is kept now.
   */
  public Map<String, Boolean> seats(String session, Instant at) {
    Map<String, Boolean> seats = new TreeMap<>();
    for (ClassSession each : service.all()) {
      if (each.id().equals(session)) {
        each.enrolments().values().stream()
            .filter(enrolment -> !enrolment.at().isAfter(at))
            .forEach(enrolment ->
                seats.put(enrolment.code(), !enrolment.erased() && !enrolment.givenBack()));
      }
    }
    return seats;
  }

  /**
   * Records that contacts missing from the vault were lost with its key; the seats stay taken.
   *
   * @return their number
   */
  public int loseContacts(Instant at) {
    int lost = 0;
    for (ClassSession session : service.all()) {
      for (Enrolment enrolment : session.enrolments().values()) {
        if (!enrolment.erased() && !learners.has(enrolment.contact())) {
          erase(session, enrolment, "key-lost", "engine", at);
          lost++;
        }
      }
    }
    return lost;
  }

  private void erase(ClassSession session, Enrolment enrolment, String why, String by, Instant at) {
    if (enrolment.erased()) {
      return;
    }
    var _ =
        service.changed(
            session.id(),
            known -> {
              Enrolment held = known == null ? null : known.enrolments().get(enrolment.id());
              return held == null || held.erased()
                  ? null
                  : new LearnerErased(enrolment.id(), why, by, at);
            });
    learners.erase(enrolment.contact());
  }

  /** Erases contacts that no seat refers to. Blocks. */
  public void eraseOrphans() {
    Instant before = realTime.instant().minus(ORPHAN_AGE);
    List<String> candidates =
        vault.keptBefore(before).stream().filter(LearnerContacts::isRef).toList();
    // Only now: a seat that was taken meanwhile has touched its record.
    service.resync();
    Set<String> held = new HashSet<>();
    for (ClassSession session : service.all()) {
      session.enrolments().values().stream()
          .filter(enrolment -> !enrolment.erased())
          .forEach(enrolment -> held.add(enrolment.contact()));
    }
    int erased = vault.eraseOrphans(candidates, held, before);
    if (erased > 0) {
      log.warn("erased {} learners whose seat never came to be", erased);
    }
  }
}
