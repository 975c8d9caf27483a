package vn.gocua.engine.guides;

import java.util.List;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.http.api.Content;
import vn.gocua.protocol.content.ContentReason;
import vn.gocua.protocol.content.GuideEndpoints;
import vn.gocua.protocol.content.GuideInfo;
import vn.gocua.protocol.content.GuideList;
import vn.gocua.protocol.refusal.Refusal;

/** Guides over HTTP: as JSON for the kiosk, as a page for phones. */
final class GuideRoutes {
  /** These pages have nothing but words, a drawing and a stylesheet. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final String A_WHILE = "public, max-age=300";

  private final List<Guide> guides;
  private final String campaign;
  private final String publicUrl;

  /**
   * @param campaign its name, for the foot of a page
   * @param publicUrl the address that phones can reach, without a slash at its end
   */
  GuideRoutes(List<Guide> guides, String campaign, String publicUrl) {
    this.guides = guides;
    this.campaign = campaign;
    this.publicUrl = publicUrl;
  }

  void mount(Api api) {
    api.on(GuideEndpoints.READ).everybody().instant(_ -> list());
    api.on(GuideEndpoints.FIND).everybody().instant(this::one);
    api.asset(
        "/g/guide.css",
        Content.resource("text/css", "/guide/guide.css").header("cache-control", A_WHILE));
    api.on(GuideEndpoints.PAGE).everybody().page(this::page);
  }

  private GuideList list() {
    return new GuideList(
        guides.stream()
            .map(guide ->
                new GuideList.Row(
                    guide.slug(),
                    guide.title(),
                    guide.summary(),
                    guide.lastChecked(),
                    guide.steps().size(),
                    url(guide)))
            .toList());
  }

  private String url(Guide guide) {
    return publicUrl + "/g/" + guide.slug();
  }

  private GuideInfo one(Call<?> call) {
    Guide guide = named(call);
    return new GuideInfo(
        guide.slug(),
        guide.title(),
        guide.summary(),
        guide.lastChecked(),
        guide.sources(),
        guide.steps(),
        guide.picture(),
        url(guide));
  }

  private Content page(Call<?> call) {
    String page = new GuidePage(Texts.of("guide")).of(named(call), campaign);
    return Content.of("text/html", page)
        .header("content-security-policy", POLICY)
        .header("cache-control", A_WHILE);
  }

  private Guide named(Call<?> call) {
    String slug = call.path("slug");
    return guides.stream()
        .filter(guide -> guide.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> Refusal.of(ContentReason.UNKNOWN_GUIDE));
  }
}
