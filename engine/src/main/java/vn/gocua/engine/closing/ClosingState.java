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
public record ClosingState(@Nullable Closing closing, List<CampaignArchived> archives) {
  static final ClosingState NONE = new ClosingState(null, List.of());

  public ClosingState {
    archives = List.copyOf(archives);
  }

  ClosingState after(ClosingFact fact) {
    return switch (fact) {
      case CampaignClosed f -> new ClosingState(new Closing(f.closedAt(), f.lateUntil()), archives);
      case CampaignReopened _ -> new ClosingState(null, archives);
      case CampaignArchived f -> {
        List<CampaignArchived> more = new ArrayList<>(archives);
        more.add(f);
        yield new ClosingState(closing, more);
      }
    };
  }
}
