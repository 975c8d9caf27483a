package vn.gocua.engine.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.console.Console;
import vn.gocua.protocol.campaign.CampaignReason;
import vn.gocua.protocol.refusal.Refusal;

/**
 * A campaign: its days, teams and targets. Its id and its time never change; all else belongs to an
 * {@link Edition}, which may be replaced at any time. Thread-safe.
 *
 * <p>Days are dates in the campaign's zone. A day's number is derived: 1 … {@code days}, 0 before
 * the start, {@code days + 1} after the end.
 */
public final class Campaign {
  /** Code of the activity «on duty», in which nobody need be helped. */
  public static final String ON_DUTY = "on-duty";

  private final String id;
  private final LocalDate startDate;
  private final int days;
  private final ZoneId zone;
  private volatile Current current;
  private volatile End end = new End(0, null);

  /** Whether the campaign is closed, after how many facts. */
  private record End(int facts, @Nullable Closing closing) {}

  /** An edition with the leaders' changes, and indexes of it. */
  private record Current(
      Edition base,
      RosterOverlay overlay,
      Edition edition,
      Map<String, Team> teams,
      Map<String, Team> former,
      List<CodedName> formerHamlets,
      Set<String> activities,
      Set<String> groups,
      Set<String> hamlets) {

    static Current of(Edition base, RosterOverlay overlay) {
      Edition edition = overlay.on(base);
      Map<String, Team> former = new LinkedHashMap<>();
      overlay.formerTeams(base).forEach(team -> former.put(team.code(), team));
      return new Current(
          base,
          overlay,
          edition,
          Collections.unmodifiableMap(edition.teamsByCode()),
          Collections.unmodifiableMap(former),
          overlay.formerHamlets(base),
          codes(edition.activities()),
          codes(edition.groups()),
          codes(edition.hamlets()));
    }

    private static Set<String> codes(List<CodedName> named) {
      return named.stream().map(CodedName::code).collect(Collectors.toUnmodifiableSet());
    }
  }

  public Campaign(String id, LocalDate startDate, int days, ZoneId zone, Edition edition) {
    this.id = id;
    this.startDate = startDate;
    this.days = days;
    this.zone = zone;
    this.current = Current.of(edition, RosterOverlay.NONE);
  }

  /** Adopts an edition if its revision is higher; returns whether it is. */
  public synchronized boolean adopt(Edition edition) {
    if (edition.revision() <= current.base().revision()) {
      return false;
    }
    current = Current.of(edition, current.overlay());
    return true;
  }

  /** Applies the leaders' changes to the edition; returns whether they are newer. */
  public synchronized boolean applyOverlay(RosterOverlay overlay) {
    if (overlay.changes() <= current.overlay().changes()) {
      return false;
    }
    current = Current.of(current.base(), overlay);
    return true;
  }

  /**
   * Closes or reopens the campaign.
   *
   * @param facts number of facts that led to it; fewer than before change nothing
   * @param closing null if the campaign is open
   * @return whether this is newer
   */
  public synchronized boolean applyClosing(int facts, @Nullable Closing closing) {
    if (facts <= end.facts()) {
      return false;
    }
    boolean news = !java.util.Objects.equals(end.closing(), closing);
    end = new End(facts, closing);
    return news;
  }

  /** How the campaign was closed; null while it is open. */
  public @Nullable Closing closing() {
    return end.closing();
  }

  /** Whether a visit at that moment no longer counts: it was closed, or its last day is past. */
  public boolean isOver(Instant at) {
    return closing() != null || dateOf(at).isAfter(lastDate());
  }

  /** The edition of the files, without the leaders' changes. */
  public Edition base() {
    return current.base();
  }

  /** The leaders' changes. */
  public RosterOverlay overlay() {
    return current.overlay();
  }

  /** Identifies the current roster: engines with the same value have the same teams and hamlets. */
  public String rosterVersion() {
    Current now = current;
    return now.base().revision() + "." + now.overlay().changes();
  }

  public String id() {
    return id;
  }

  public LocalDate startDate() {
    return startDate;
  }

  public int days() {
    return days;
  }

  public ZoneId zone() {
    return zone;
  }

  /** A moment in the campaign's time zone, for clients. */
  public OffsetDateTime local(Instant moment) {
    return moment.atZone(zone()).toOffsetDateTime();
  }

  /** The current edition. */
  public Edition edition() {
    return current.edition();
  }

  public int revision() {
    return edition().revision();
  }

  public String name() {
    return edition().name();
  }

  public String place() {
    return edition().place();
  }

  /** What the commune calls its teams, as within a sentence. */
  public String teamWord() {
    String word = edition().teamWord();
    return word == null ? Console.text("campaign.team-word") : word;
  }

  public boolean sample() {
    return edition().sample();
  }

  public List<CodedName> activities() {
    return edition().activities();
  }

  public List<CodedName> groups() {
    return edition().groups();
  }

  public List<CodedName> hamlets() {
    return edition().hamlets();
  }

  /** The teams by code, in the campaign's order. */
  public Map<String, Team> teams() {
    return current.teams();
  }

  public @Nullable Team team(String code) {
    return teams().get(code);
  }

  /** The team of that code, also if it was removed; null if there never was one. */
  public @Nullable Team teamOrFormer(String code) {
    Current now = current;
    Team team = now.teams().get(code);
    return team == null ? now.former().get(code) : team;
  }

  /**
   * The code of a team, also if it was struck off.
   *
   * @throws Refusal if there never was one
   */
  public String knownTeam(String code) {
    if (teamOrFormer(code) == null) {
      throw Refusal.of(CampaignReason.UNKNOWN_TEAM, code);
    }
    return code;
  }

  /** Teams that leaders removed, by code. Their check-ins still count. */
  public Map<String, Team> formerTeams() {
    return current.former();
  }

  /** The hamlets that leaders removed. */
  public List<CodedName> formerHamlets() {
    return current.formerHamlets();
  }

  /** Whether a hamlet has, or had, that code. */
  public boolean everHamlet(String code) {
    Current now = current;
    return now.hamlets().contains(code)
        || now.formerHamlets().stream().anyMatch(hamlet -> hamlet.code().equals(code));
  }

  public Target target() {
    return edition().target();
  }

  public Weekdays weekdays() {
    return edition().weekdays();
  }

  public Set<String> activityCodes() {
    return current.activities();
  }

  public Set<String> groupCodes() {
    return current.groups();
  }

  public Set<String> hamletCodes() {
    return current.hamlets();
  }

  public LocalDate dateOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** The number of the day that a date is. */
  public int dayOf(LocalDate date) {
    return Math.clamp(ChronoUnit.DAYS.between(startDate, date) + 1, 0, days + 1);
  }

  public int dayOf(Instant instant) {
    return dayOf(dateOf(instant));
  }

  /** The date of a day's number, 1 … days. */
  public LocalDate dateOfDay(int day) {
    return startDate.plusDays(day - 1L);
  }

  public LocalDate lastDate() {
    return dateOfDay(days);
  }
}
