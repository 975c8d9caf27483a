package vn.gocua.engine.learning;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.vault.AccessLog;
import vn.gocua.engine.vault.DataAccess;
import vn.gocua.engine.vault.Vault;

/** The contacts of those who come, in the vault. Calls block. */
public final class LearnerContacts {
  private static final String PREFIX = "learner/";

  private final Vault vault;
  private final AccessLog readings;
  private final Clock realTime;

  /**
   * @param realTime by which the vault dates its records, also in a rehearsal
   */
  public LearnerContacts(Vault vault, AccessLog readings, Clock realTime) {
    this.vault = vault;
    this.readings = readings;
    this.realTime = realTime;
  }

  /** Whether a ref of the vault is a learner's. */
  static boolean isRef(String ref) {
    return ref.startsWith(PREFIX);
  }

  /** Keeps who comes; again: the same ref, and the first stays. */
  String keep(String enrolment, Learner learner) {
    String ref = PREFIX + HexFormat.of().formatHex(vault.derived("learner", enrolment));
    vault.keep(ref, EventCodec.json(learner).getBytes(StandardCharsets.UTF_8), realTime.instant());
    return ref;
  }

  /** Who comes to a class, by enrolment; the erased are missing. The reading is on record first. */
  Map<String, Learner> of(String session, List<Enrolment> enrolments, String by, Instant at) {
    Map<String, byte[]> read =
        vault.readAll(
            enrolments.stream().filter(e -> !e.erased()).map(Enrolment::contact).toList(),
            new DataAccess("class/" + session, by, "class-list", at),
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

  /** Whether somebody with that phone number comes; nobody is told any more than that. */
  boolean isOf(Enrolment enrolment, String phone) {
    return vault.holds(enrolment.contact(), bytes -> learner(bytes).phone().equals(phone));
  }

  /** Whether the vault holds this contact, without anybody reading it. */
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
