package vn.gocua.engine.targets;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.Targets;
import vn.gocua.engine.state.Repositories;
import vn.gocua.engine.state.SingleStream;
import vn.gocua.engine.state.StreamKind;

/** Changes the targets: one change after the other, each on top of the last. */
final class TargetService {
  private final Campaign campaign;
  private final SingleStream<TargetsChanged, TargetsChanged> changes;

  TargetService(Campaign campaign, Repositories repositories) {
    this.campaign = campaign;
    this.changes =
        repositories.single(
            new StreamKind<>(
                campaign.id() + "/targets",
                TargetsChanged.FACTS,
                TargetsChanged::evolve,
                TargetsTold::told),
            "targets");
  }

  /** Loads the changes into memory. Blocks. */
  void load() {
    changes.load();
  }

  /** Calls back after every change, also of other nodes. */
  void onChange(Runnable listener) {
    changes.onChange(_ -> listener.run());
  }

  /**
   * Wanted changes; null or absent values stay.
   *
   * @param teams check-ins by team
   */
  record NewTargets(
      @Nullable Integer checkIns, @Nullable Integer residents, Map<String, Integer> teams) {}

  /** The current targets: the edition's with the leaders' changes. Does not block. */
  Targets now() {
    return with(changes.now().state());
  }

  private Targets with(@Nullable TargetsChanged changed) {
    Targets files = Targets.of(campaign);
    return changed == null ? files : files.with(changed.whole(), changed.teams());
  }

  /** Changes them; if they are so already, nothing happens. Blocks until it is durable. */
  Targets change(NewTargets wanted, String by, Instant at) {
    return with(
        changes
            .append(there -> {
              Targets before = with(there);
              TargetsChanged change = changed(before, wanted, by, at);
              return with(TargetsChanged.evolve(there, change)).equals(before) ? null : change;
            })
            .state());
  }

  private static TargetsChanged changed(Targets before, NewTargets wanted, String by, Instant at) {
    return new TargetsChanged(
        Objects.requireNonNullElse(wanted.checkIns(), before.whole().checkIns()),
        Objects.requireNonNullElse(wanted.residents(), before.whole().residents()),
        wanted.teams(),
        new TargetsChanged.Was(
            before.whole().checkIns(),
            before.whole().residents(),
            wanted.teams().keySet().stream().collect(Collectors.toMap(team -> team, before::of))),
        by,
        at);
  }
}
