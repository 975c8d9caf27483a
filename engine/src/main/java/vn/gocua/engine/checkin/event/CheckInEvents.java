package vn.gocua.engine.checkin.event;

import java.time.LocalDate;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInVoided;
import vn.gocua.engine.checkin.event.CheckInFact.Reception;
import vn.gocua.engine.checkin.event.CheckInFact.VoidReception;
import vn.gocua.engine.checkin.event.CheckInFact.VoidedValues;
import vn.gocua.engine.fact.AuditSource;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;
import vn.gocua.engine.fact.Term;
import vn.gocua.engine.fact.Told;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;

/**
 * Check-in facts as journal events. The names and the JSON are frozen; approval tests hold them.
 */
public final class CheckInEvents {
  static final String RECORDED = "check-in/1";
  static final String VOIDED = "check-in-voided/1";
  static final String REPLACED = "check-in-replaced/1";

  /** Facts for the audit: voids only, because check-ins are too many. */
  private static final FactTypes<CheckInFact> VOIDS =
      FactTypes.only(
          "a void",
          FactType.of(VOIDED, CheckInVoided.class, CheckInEvents::voidOf)
              .audited("check-in-voided", f -> f.reception().by(), f -> f.reception().at())
              .about(f -> f.values().checkIn())
              .with("reason", f -> f.reception().reason())
              .with("replacedBy", f -> f.reception().replacedBy()));

  private CheckInEvents() {}

  /** Finds the voids for a campaign's audit. */
  public static AuditSource audited(String campaign) {
    return AuditSource.byType(
        campaign + "/check-ins/", VOIDS, (fact, key) -> told((CheckInVoided) fact, key));
  }

  /**
   * What a void did, with team and day of the check-in.
   *
   * @param key both, as in the stream's name
   */
  private static Told told(CheckInVoided fact, String key) {
    int slash = key.indexOf('/');
    VoidReception reception = fact.reception();
    return Told.of(
            Term.team(key.substring(0, slash)),
            new Term.Day(LocalDate.parse(key.substring(slash + 1))),
            new Term.Named(Term.Kind.ACTIVITY, fact.values().activity()),
            new Term.Figure(fact.values().residents()),
            new Term.Coded("tables", "void", reception.reason()))
        .in(reception.replacedBy() == null ? "" : "replaced");
  }

  /** Id of the claim to replace a check-in. It is stored, so it never changes. */
  public static String replacedId(String checkInId) {
    return checkInId + "/replaced";
  }

  /** The id of the one void a check-in may have. */
  public static String voidId(String checkInId) {
    return checkInId + "/void";
  }

  public static Event recorded(String id, String stream, CheckInRecorded fact) {
    return new Event(
        id, stream, RECORDED, EventCodec.json(fact.checkIn()), EventCodec.json(fact.reception()));
  }

  public static Event voided(Event recorded, CheckInRecorded fact, VoidReception reception) {
    CheckIn checkIn = fact.checkIn();
    VoidedValues values =
        new VoidedValues(recorded.id(), checkIn.activity(), checkIn.residents(), checkIn.groups());
    return new Event(
        voidId(recorded.id()),
        recorded.stream(),
        VOIDED,
        EventCodec.json(values),
        EventCodec.json(reception));
  }

  /**
   * The claim to correct a check-in. The first one wins, since its id derives from the check-in's.
   * It is counted nowhere, so a crash right after it is harmless.
   */
  public static Event replaced(String checkInId, TallyKey key, String replacedBy) {
    return new Event(
        replacedId(checkInId),
        key.campaign() + "/replaced/" + key.team() + "/" + key.date(),
        REPLACED,
        EventCodec.json(new Replaced(checkInId, replacedBy)),
        "{}");
  }

  /** The claim that {@link #replaced} stores. */
  record Replaced(String checkIn, String replacedBy) {}

  /**
   * Reads a fact back.
   *
   * @throws IllegalArgumentException for an event of another kind
   */
  public static CheckInFact fact(Event event) {
    return switch (event.type()) {
      case RECORDED ->
          new CheckInRecorded(
              EventCodec.read(event.content(), CheckIn.class),
              EventCodec.read(event.details(), Reception.class));
      case VOIDED -> voidOf(event);
      default -> throw new IllegalArgumentException("not a check-in's event: " + event.type());
    };
  }

  private static CheckInVoided voidOf(Event event) {
    return new CheckInVoided(
        EventCodec.read(event.content(), VoidedValues.class),
        EventCodec.read(event.details(), VoidReception.class));
  }

  /** Whether an event records a check-in. */
  public static boolean isRecorded(Event event) {
    return event.type().equals(RECORDED);
  }
}
