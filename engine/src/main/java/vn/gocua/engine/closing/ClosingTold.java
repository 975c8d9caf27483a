package vn.gocua.engine.closing;

import org.jspecify.annotations.Nullable;
import vn.gocua.engine.closing.ClosingFact.CampaignArchived;
import vn.gocua.engine.closing.ClosingFact.CampaignClosed;
import vn.gocua.engine.closing.ClosingFact.CampaignReopened;
import vn.gocua.engine.fact.Term;
import vn.gocua.engine.fact.Told;

/** What the audit says of a campaign's end. */
final class ClosingTold {
  private ClosingTold() {}

  static Told told(@Nullable ClosingState before, ClosingFact fact, String key) {
    return switch (fact) {
      case CampaignClosed f -> {
        Term until = new Term.Moment(f.lateUntil());
        yield before == null || before.closing() == null
            ? Told.of(until)
            : Told.NOTHING
                .in("again")
                .with(
                    new Told.Changes()
                        .replaced(
                            "late", null, new Term.Moment(before.closing().lateUntil()), until));
      }
      case CampaignReopened _ -> Told.NOTHING;
      case CampaignArchived f -> Told.of(new Term.Quoted(f.file()));
    };
  }
}
