package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.access.AccessFeature;
import vn.gocua.engine.board.BoardFeature;
import vn.gocua.engine.campaign.info.CampaignFeature;
import vn.gocua.engine.clock.watch.ClockFeature;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.roster.RosterFeature;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** In which order an engine starts its features. */
class StartOrderTest {
  private final List<String> calls = new ArrayList<>();

  /** Says what it is told to do. */
  private final class Recording implements Feature {
    private final String name;

    Recording(String name) {
      this.name = name;
    }

    @Override
    public void load() {
      calls.add("load " + name);
      if (name.equals("broken")) {
        throw new IllegalStateException(name);
      }
    }

    @Override
    public void schedule(Schedule schedule) {
      calls.add("schedule " + name);
    }

    @Override
    public void routes(Api api) {
      calls.add("routes " + name);
    }
  }

  private void start(String... names) {
    try (Schedule schedule = Schedule.inOrder("test")) {
      Features.start(
          List.of(names).stream().map(Recording::new).toList(),
          () -> calls.add("loaded"),
          schedule);
    }
  }

  @Test
  void shouldLoadAllBeforeAnythingComesRound() {
    start("a", "b");
    assertThat(calls).containsExactly("load a", "load b", "loaded", "schedule a", "schedule b");
  }

  @Test
  void shouldEndWithTheFirstThatCannotLoad() {
    assertThatThrownBy(() -> start("a", "broken", "c")).hasMessage("broken");
    assertThat(calls).containsExactly("load a", "load broken");
  }

  /** Accounts, the edition, the counts by it, other teams, and then what the clock is worth. */
  @Test
  void shouldLoadWhatOthersStandOnFirst(@TempDir Path folder) {
    try (RunningEngine engine =
        RunningEngine.start(folder, SettableClock.at("2025-08-11T08:00:00Z"))) {
      List<Feature> all = engine.engine().features().all();
      assertThat(all.subList(0, 5).stream().<Class<?>>map(Feature::getClass).toList())
          .containsExactly(
              AccessFeature.class,
              CampaignFeature.class,
              BoardFeature.class,
              RosterFeature.class,
              ClockFeature.class);
      Set<Class<?>> kinds = all.stream().map(Feature::getClass).collect(Collectors.toSet());
      assertThat(kinds).hasSameSizeAs(all);
    }
  }
}
