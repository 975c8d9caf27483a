package vn.gocua.engine.campaign;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.journal.Journal;

/**
 * The editions that the engines of a cluster were started with, each once by its revision: the one
 * with the highest revision counts for all of them. All calls block.
 */
public final class Editions {
  private static final String REVISED = "campaign-revised/1";

  private final String stream;
  private final Journal journal;

  /** An edition as it is stored: frozen, and held by an approval test, whatever becomes of it. */
  private record Revised(
      int revision,
      String name,
      String place,
      boolean sample,
      List<CodedName> activities,
      List<CodedName> groups,
      List<CodedName> hamlets,
      List<Row> teams,
      Target target,
      Weekdays weekdays) {

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
          e.weekdays());
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
          weekdays);
    }
  }

  /** A team in it; what nobody has said is left out, so that older engines wrote the same. */
  private record Row(
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

  public Editions(String campaign, Journal journal) {
    this.stream = campaign + "/editions";
    this.journal = journal;
  }

  /** Makes an edition known; returns whether it is, and not another one of the same revision. */
  public boolean propose(Edition edition) {
    Event event =
        new Event(
            stream + "/" + edition.revision(),
            stream,
            REVISED,
            EventCodec.json(Revised.of(edition)),
            "{}");
    Event known = journal.find(List.of(event.id())).get(event.id());
    return known != null
        ? known.hasSameContent(event)
        : !(journal.append(List.of(event)).getFirst() instanceof Appended.Conflict);
  }

  /** The edition with the highest revision. */
  public Optional<Edition> latest() {
    Edition[] latest = new Edition[1];
    journal.readStream(
        stream,
        event -> {
          Edition edition = EventCodec.read(event.content(), Revised.class).edition();
          if (latest[0] == null || edition.revision() > latest[0].revision()) {
            latest[0] = edition;
          }
        });
    return Optional.ofNullable(latest[0]);
  }
}
