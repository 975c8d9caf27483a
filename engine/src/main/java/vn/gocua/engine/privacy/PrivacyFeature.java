package vn.gocua.engine.privacy;

import java.util.List;
import vn.gocua.engine.audit.AuditFeature;
import vn.gocua.engine.export.ExportLog;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.help.HelpFeature;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.learning.LearningFeature;

/** What people may ask for, and what leaders owe them: erasure, and who has read their data. */
public final class PrivacyFeature implements Feature {
  private final CampaignContext context;
  private final HelpFeature help;
  private final LearningFeature learning;
  private final AuditFeature audit;
  private final ExportLog exports;

  /**
   * @param exports where a record of processing that is taken out is recorded
   */
  public PrivacyFeature(
      CampaignContext context,
      HelpFeature help,
      LearningFeature learning,
      AuditFeature audit,
      ExportLog exports) {
    this.context = context;
    this.help = help;
    this.learning = learning;
    this.audit = audit;
    this.exports = exports;
  }

  @Override
  public void routes(Api api) {
    new ErasureRoutes(
            help.supervision(),
            List.of(help.supervision()::eraseByPhone, learning.jobs()::eraseByPhone))
        .mount(api);
    Affected affected =
        new Affected(
            context.campaign(),
            context.journal(),
            List.of(
                new Affected.Kind("help-request", (code, _) -> request(code)),
                new Affected.Kind(
                    "class",
                    (id, at) ->
                        learning.jobs().seats(id, at).entrySet().stream()
                            .map(seat -> new Affected.Ticket(seat.getKey(), seat.getValue()))
                            .toList())));
    new PrivacyRoutes(context.campaign(), affected, audit, exports).mount(api);
  }

  private List<Affected.Ticket> request(String code) {
    HelpRequest request = help.supervision().find(code).state();
    return List.of(new Affected.Ticket(code, request != null && request.hasContact()));
  }
}
