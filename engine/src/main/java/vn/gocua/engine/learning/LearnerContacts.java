package vn.gocua.engine.learning;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.vault.AccessLog;
import vn.gocua.engine.vault.DataAccess;
import vn.gocua.engine.vault.LeaderReading;
import vn.gocua.engine.vault.Vault;

/** Contacts of attendees, in the vault. Calls block. */
public final class LearnerContacts {
  private static final String PREFIX = "learner/";

  private final Vault vault;
  private final AccessLog readings;
  private final Clock realTime;

  /**
   * @param realTime by which the vault dates its records, also in a rehearsal
   */
  LearnerContacts(Vault vault, AccessLog readings, Clock realTime) {
    this.vault = vault;
    this.readings = readings;
    this.realTime = realTime;
  }

  /** Whether a ref of the vault is a learner's. */
  public static boolean isRef(String ref) {
    return ref.startsWith(PREFIX);
  }

  /** Stores an attendee. A repeat gives the same ref and changes nothing. */
  String keep(String enrolment, Learner learner) {
    String ref = PREFIX + HexFormat.of().formatHex(vault.derived("learner", enrolment));
    vault.keep(ref, EventCodec.json(learner).getBytes(StandardCharsets.UTF_8), realTime.instant());
    return ref;
  }

  /**
   * Reads the attendees by enrolment, without the erased ones, after the access is recorded.
   *
   * @throws vn.gocua.protocol.refusal.Refusal if the leader's quota is used up
   */
  Map<String, Learner> of(String session, List<Enrolment> enrolments, LeaderReading leader) {
    Map<String, byte[]> read =
        vault.readAll(
            enrolments.stream().filter(e -> !e.erased()).map(Enrolment::contact).toList(),
            DataAccess.byLeader("class/" + session, leader, "class-list"),
            readings);
    Map<String, Learner> learners = new HashMap<>();
    for (Enrolment enrolment : enrolments) {
      byte[] bytes = read.get(enrolment.contact());
      if (bytes != null) {
        learners.put(enrolment.id(), learner(bytes));
      }
    }
    return learners;
  }

  /** Whether an attendee has that phone number. Reveals nothing else. */
  boolean isOf(Enrolment enrolment, String phone) {
    return vault.holds(enrolment.contact(), bytes -> learner(bytes).phone().equals(phone));
  }

  /** Whether the vault holds this contact. Does not read it. */
  boolean has(String ref) {
    return vault.has(ref);
  }

  void erase(String ref) {
    var _ = vault.erase(ref);
  }

  private static Learner learner(byte[] bytes) {
    return EventCodec.read(new String(bytes, StandardCharsets.UTF_8), Learner.class);
  }
}
