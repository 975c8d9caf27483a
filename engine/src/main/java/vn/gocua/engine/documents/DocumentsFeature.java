package vn.gocua.engine.documents;

import java.time.Duration;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.api.Api;

/** Wires documents by QR code. */
public final class DocumentsFeature implements Feature {
  private static final Duration CLEAN_UP = Duration.ofSeconds(30);

  private final CampaignContext context;
  private final DocumentService service;

  public DocumentsFeature(CampaignContext context) {
    this.context = context;
    service =
        new DocumentService(
            context.repositories(),
            context.engine().stores().documents(),
            id -> context.vault().derived("document", id),
            context.clock());
  }

  @Override
  public void schedule(Schedule schedule) {
    var _ =
        schedule.every(
            "documents", CLEAN_UP, () -> service.cleanUp(context.engineClock().isSure()));
  }

  @Override
  public void load() {
    service.load();
  }

  @Override
  public void routes(Api api) {
    new DocumentRoutes(
            service,
            context.campaign().zone(),
            context.settings().publicUrl(),
            context.clock(),
            context.settings().documentMegabytes())
        .mount(api);
  }
}
