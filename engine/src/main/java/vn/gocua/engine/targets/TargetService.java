package vn.gocua.engine.targets;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.Targets;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.state.Repository;
import vn.gocua.engine.state.StreamKind;

/** Changes the targets: one change after the other, each on top of the last. Calls block. */
public final class TargetService {
  private static final String KEY = "targets";

  private final Campaign campaign;
  private final Repository<TargetsChanged, Targets> ledger;

  public TargetService(Campaign campaign, Journal journal, GroupCommit commit) {
    this.campaign = campaign;
    this.ledger =
        new Repository<>(
            new StreamKind<>(campaign.id() + "/", TargetsChanged.FACTS, this::evolve),
            journal,
            commit);
  }

  private Targets evolve(@Nullable Targets before, TargetsChanged fact) {
    return fact.after(before == null ? Targets.of(campaign) : before);
  }

  /**
   * What somebody wants changed; what is null or left out stays.
   *
   * @param teams check-ins by team
   */
  public record Wish(
      @Nullable Integer checkIns, @Nullable Integer residents, Map<String, Integer> teams) {}

  /** The targets of the moment. */
  public Targets now() {
    Targets kept = ledger.read(KEY).state();
    return kept == null ? Targets.of(campaign) : kept;
  }

  /** Changes them; if they are so already, nothing happens. Returns when it is durable. */
  public Targets change(Wish wish, String by, Instant at) {
    Targets after =
        ledger
            .append(
                KEY,
                there -> {
                  Targets before = there == null ? Targets.of(campaign) : there;
                  TargetsChanged change = changed(before, wish, by, at);
                  return change.after(before).equals(before) ? null : change;
                })
            .state();
    return after == null ? Targets.of(campaign) : after;
  }

  private static TargetsChanged changed(Targets before, Wish wish, String by, Instant at) {
    return new TargetsChanged(
        Objects.requireNonNullElse(wish.checkIns(), before.whole().checkIns()),
        Objects.requireNonNullElse(wish.residents(), before.whole().residents()),
        wish.teams(),
        by,
        at);
  }
}
