package vn.gocua.engine.campaign;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.console.Console;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.state.Repositories;
import vn.gocua.engine.state.SingleStream;
import vn.gocua.engine.state.StreamKind;

/**
 * Keeps one edition of the campaign for all engines of a cluster: the highest revision that any was
 * started with. A rolling restart changes targets for all with its first engine.
 */
public final class EditionFollower {
  private static final Logger log = LoggerFactory.getLogger(EditionFollower.class);

  /** Period of reading editions: engines send no message about a new one. */
  private static final Duration RESYNC = Duration.ofSeconds(3);

  private static final FactTypes<Revised> FACTS =
      FactTypes.only("an edition", FactType.of("campaign-revised/1", Revised.class));

  private static final String STREAM = "/editions";

  private final Campaign campaign;
  private final Journal journal;
  private final SingleStream<Revised, Edition> editions;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** The stored form of an edition, frozen by an approval test. */
  record Revised(
      int revision,
      String name,
      String place,
      boolean sample,
      List<CodedName> activities,
      List<CodedName> groups,
      List<CodedName> hamlets,
      List<Row> teams,
      Target target,
      Weekdays weekdays,
      @Nullable String teamWord) {

    static Revised of(Edition e) {
      return new Revised(
          e.revision(),
          e.name(),
          e.place(),
          e.sample(),
          e.activities(),
          e.groups(),
          e.hamlets(),
          e.teams().stream().map(Row::of).toList(),
          e.target(),
          e.weekdays(),
          e.teamWord());
    }

    Edition edition() {
      return new Edition(
          revision,
          name,
          place,
          sample,
          activities,
          groups,
          hamlets,
          teams.stream().map(Row::team).toList(),
          target,
          weekdays,
          teamWord);
    }
  }

  /** A team of a stored edition. Unknown values are left out, as older engines wrote it. */
  record Row(
      String code,
      String name,
      int members,
      List<String> hamlets,
      int target,
      @Nullable TeamInfo info) {

    static Row of(Team t) {
      TeamInfo info = t.info().equals(TeamInfo.NONE) ? null : t.info();
      return new Row(t.code(), t.name(), t.members(), t.hamlets(), t.target(), info);
    }

    Team team() {
      return new Team(code, name, members, hamlets, target, info == null ? TeamInfo.NONE : info);
    }
  }

  /** Follows the latest edition in memory. */
  public EditionFollower(Campaign campaign, Repositories repositories) {
    this(campaign, repositories.journal(), repositories.compared(kind(campaign.id()), RESYNC));
  }

  EditionFollower(Campaign campaign, Journal journal, SingleStream<Revised, Edition> editions) {
    this.campaign = campaign;
    this.journal = journal;
    this.editions = editions;
    editions.onChange(change -> adopt(change.now().known()));
  }

  static StreamKind<Revised, Edition> kind(String campaign) {
    return new StreamKind<>(campaign + STREAM, FACTS, EditionFollower::higher);
  }

  private static Edition higher(@Nullable Edition before, Revised fact) {
    return before == null || fact.revision() > before.revision() ? fact.edition() : before;
  }

  /**
   * Offers this engine's edition to the others and adopts a higher one. Blocks.
   *
   * @throws StartRefused if another engine has other files of the same revision
   */
  public void settle() {
    if (!propose(campaign.base())) {
      throw new StartRefused(
          StartRefused.Reason.CONFIGURATION,
          Console.text("start.other-edition", String.valueOf(campaign.revision())));
    }
    editions.load();
  }

  /** Calls back after the campaign has become another edition. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private void adopt(Edition edition) {
    int before = campaign.revision();
    if (campaign.adopt(edition)) {
      log.warn("revision {} of the campaign counts now, not {}", edition.revision(), before);
      listeners.forEach(Runnable::run);
    }
  }

  /**
   * Appends an edition; returns whether it won over another of the same revision. A revision is one
   * event, so that one of two simultaneous starts loses.
   */
  boolean propose(Edition edition) {
    Event event = FACTS.event(campaign.id() + STREAM, edition.revision(), Revised.of(edition));
    Event known = journal.find(List.of(event.id())).get(event.id());
    return known != null
        ? known.hasSameContent(event)
        : !(journal.append(List.of(event)).getFirst() instanceof Appended.Conflict);
  }

  /** The edition with the highest revision, by the journal; null if there is none. */
  @Nullable Edition latest() {
    return editions.read().state();
  }
}
