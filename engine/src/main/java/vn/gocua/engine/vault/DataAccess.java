package vn.gocua.engine.vault;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.fact.Term;
import vn.gocua.engine.fact.Told;
import vn.gocua.protocol.privacy.AffectedQuery;

/**
 * The fact that personal data was read. It names the matter, never the person.
 *
 * @param about the matter, such as {@code help-request/HV-4821}
 * @param by the phone's or account's id
 * @param purpose code of what it was read for
 * @param team of the phone; null for a leader, and in older records
 * @param taken how many contacts it took from the reader's quota, 0 for a repeat; null in older
 *     records
 * @param reason code of a {@link ReadingGrounds}; null if none was said
 * @param note a leader's words beside the reason, without personal data
 */
public record DataAccess(
    String about,
    String by,
    String purpose,
    Instant at,
    @Nullable String team,
    @Nullable Integer taken,
    @Nullable String reason,
    @Nullable String note) {

  /** Purpose of a team that visits a resident. */
  public static final String VISIT = "visit";

  private static final String CHANGE = "change";
  private static final String OWN = "own-data";
  private static final String GROUPS = "groups-withdrawn";

  /** Purposes that show nobody another's data. */
  private static final Set<String> UNCOUNTED = Set.of(CHANGE, OWN, GROUPS);

  /** A team's phone reads the contact of a claimed request. */
  public static DataAccess visit(String about, String phone, String team, Instant at) {
    return new DataAccess(about, phone, VISIT, at, team, null, null, null);
  }

  /** A holder's own data is read to be changed; nobody is shown it. */
  public static DataAccess change(String about, Instant at) {
    return new DataAccess(about, AffectedQuery.TICKET_HOLDER, CHANGE, at, null, null, null, null);
  }

  /** A holder looks at the own data. */
  public static DataAccess own(String about, Instant at) {
    return new DataAccess(about, AffectedQuery.TICKET_HOLDER, OWN, at, null, null, null, null);
  }

  /** Data is read to be kept without its groups; nobody is shown it. */
  public static DataAccess withoutGroups(String about, String by, Instant at) {
    return new DataAccess(about, by, GROUPS, at, null, null, null, null);
  }

  /** A leader reads. */
  public static DataAccess byLeader(String about, LeaderReading leader, String purpose) {
    return new DataAccess(
        about,
        leader.username(),
        purpose,
        leader.at(),
        null,
        null,
        leader.reason() == null ? null : leader.reason().code(),
        leader.note());
  }

  /** Whether a phone read it. */
  public boolean byPhone() {
    return team != null || purpose.equals(VISIT);
  }

  /** Whether somebody was shown another's data, so that a quota counts it. */
  boolean shows() {
    return !UNCOUNTED.contains(purpose);
  }

  /** What the audit says of it. */
  Told told() {
    String[] matter = about.split("/", 2);
    Term of =
        matter.length < 2
            ? Term.phrase("matter.other")
            : matter[0].equals("class")
                ? Term.phrase("matter.class", new Term.Named(Term.Kind.CLASS, matter[1]))
                : Term.phrase("matter.ticket", new Term.Plain(matter[1]));
    Term why =
        reason == null
            ? new Term.Coded("tables", "processing.why", purpose)
            : new Term.Coded("desk", "reading.why", reason);
    return note == null ? Told.of(of, why) : Told.of(of, why, new Term.Quoted(note)).in("note");
  }

  DataAccess taking(int contacts) {
    return new DataAccess(about, by, purpose, at, team, contacts, reason, note);
  }
}
