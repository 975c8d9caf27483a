package vn.gocua.engine.guides;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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

  /** Some keyboards begin every word with a capital. */
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*", Pattern.CASE_INSENSITIVE);

  /** Fewer letters of a name stand for nothing. */
  private static final int SHORTEST_PART = 3;

  private static final GuidePage PAGE = new GuidePage(Texts.of("guide"));

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
    api.links().names("/g/", NAME, name -> named(name).isPresent());
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
                    guide.checkedBy(),
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
        guide.checkedBy(),
        guide.sources(),
        guide.steps(),
        guide.picture(),
        url(guide));
  }

  private Content page(Call<?> call) {
    Optional<Guide> guide = found(call);
    if (guide.isEmpty() && call.wantsPage()) {
      Optional<Guide> meant = meant(call.path("slug").toLowerCase(Locale.ROOT));
      if (meant.isPresent()) {
        return Content.nothing(302)
            .header("location", "/g/" + meant.get().slug())
            .header("cache-control", "no-store");
      }
      return Content.of("text/html", PAGE.missing(guides, campaign))
          .header("content-security-policy", POLICY)
          .header("cache-control", "no-store")
          .status(404);
    }
    return Content.of("text/html", PAGE.of(guide.orElseThrow(GuideRoutes::unknown), campaign))
        .header("content-security-policy", POLICY)
        .header("cache-control", A_WHILE);
  }

  private Guide named(Call<?> call) {
    return found(call).orElseThrow(GuideRoutes::unknown);
  }

  private Optional<Guide> found(Call<?> call) {
    return named(call.path("slug"));
  }

  /** The one guide whose name begins or ends with what is left of it. */
  private Optional<Guide> meant(String part) {
    if (part.length() < SHORTEST_PART) {
      return Optional.empty();
    }
    List<Guide> some =
        guides.stream()
            .filter(guide -> guide.slug().startsWith(part) || guide.slug().endsWith(part))
            .toList();
    return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
  }

  private Optional<Guide> named(String slug) {
    return guides.stream().filter(guide -> guide.slug().equalsIgnoreCase(slug)).findFirst();
  }

  private static Refusal unknown() {
    return Refusal.of(ContentReason.UNKNOWN_GUIDE);
  }
}
