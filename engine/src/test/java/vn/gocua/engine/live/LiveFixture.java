package vn.gocua.engine.live;

import com.hazelcast.map.IMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.cluster.ClusterIdentity;
import vn.gocua.engine.cluster.ClusterPlan;
import vn.gocua.engine.cluster.MemberConfig;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.engine.live.Projection.Folded;

/** A Hazelcast member with one projection, over a journal in a file. */
final class LiveFixture<S> implements AutoCloseable {
  private final Projection<S> projection;
  private final Journal journal;
  private final Schedule schedule = Schedule.inOrder("live");
  private final LiveMember member;
  private final HazelcastLiveView<S> view;
  private final List<LiveView.StreamChange<S>> changes = new CopyOnWriteArrayList<>();

  LiveFixture(Path folder, Projection<S> projection) {
    this(folder, projection, FoldDeadline.starting());
  }

  LiveFixture(Path folder, Projection<S> projection, FoldDeadline deadline) {
    this.projection = projection;
    this.journal = SqliteJournal.open(folder.resolve("journal.db"));
    ClusterIdentity alone =
        new ClusterIdentity("j", "thu-nghiem", "2025-08-11", "Asia/Ho_Chi_Minh", 45);
    this.member =
        LiveMember.start(
            MemberConfig.of(ClusterPlan.alone(), alone),
            journal,
            List.of(projection),
            deadline,
            schedule);
    this.view = member.view(projection, changes::add, LiveMeter.NONE);
  }

  Journal journal() {
    return journal;
  }

  HazelcastLiveView<S> view() {
    return view;
  }

  List<LiveView.StreamChange<S>> changes() {
    return changes;
  }

  /** The map itself, to do to it what nobody should. */
  IMap<String, LiveEntry> map() {
    return member.hazelcast().getMap("live." + projection.name());
  }

  Folded<S> live(String stream) {
    return view.get(stream).join();
  }

  /** What the journal says a stream is. */
  Folded<S> folded(String stream) {
    List<Event> events = new ArrayList<>();
    journal.readStream(stream, events::add);
    S state = projection.empty();
    for (Event event : events) {
      state = projection.evolve(state, event);
    }
    return new Folded<>(state, events.size());
  }

  @Override
  public void close() {
    member.close();
    schedule.close();
    journal.close();
  }
}
