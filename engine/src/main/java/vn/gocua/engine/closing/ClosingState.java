package vn.gocua.engine.closing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Closing;
import vn.gocua.engine.closing.ClosingFact.CampaignArchived;
import vn.gocua.engine.closing.ClosingFact.CampaignClosed;
import vn.gocua.engine.closing.ClosingFact.CampaignReopened;

/**
 * State of a campaign's end.
 *
 * @param closing null while the campaign is open
 * @param archives files made so far, oldest first
 */
record ClosingState(@Nullable Closing closing, List<CampaignArchived> archives) {
  static final ClosingState NONE = new ClosingState(null, List.of());

  public ClosingState {
    archives = List.copyOf(archives);
  }

  static ClosingState evolve(@Nullable ClosingState before, ClosingFact fact) {
    ClosingState known = before == null ? NONE : before;
    return switch (fact) {
      case CampaignClosed f ->
          new ClosingState(new Closing(f.closedAt(), f.lateUntil()), known.archives);
      case CampaignReopened _ -> new ClosingState(null, known.archives);
      case CampaignArchived f -> {
        List<CampaignArchived> more = new ArrayList<>(known.archives);
        more.add(f);
        yield new ClosingState(known.closing, more);
      }
    };
  }
}
