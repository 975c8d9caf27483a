package vn.gocua.engine.guides;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.guides.Guide.Step;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Problem;

/** Guides over HTTP: as JSON for the kiosk, and as a page that a phone takes home. */
public final class GuideRoutes {
  /** These pages have nothing but words, a drawing and a stylesheet. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final String A_WHILE = "public, max-age=300";

  private final List<Guide> guides;
  private final String campaign;
  private final String publicUrl;

  /**
   * @param campaign its name, shown at the foot of a page
   * @param publicUrl what phones can reach, without a slash at its end
   */
  public GuideRoutes(List<Guide> guides, String campaign, String publicUrl) {
    this.guides = guides;
    this.campaign = campaign;
    this.publicUrl = publicUrl;
  }

  public void mount(Router router) {
    router.get("/api/v1/guides").handler(this::list);
    router.get("/api/v1/guides/:slug").handler(this::one);
    Buffer stylesheet = stylesheet();
    router
        .getWithRegex("/g/guide[.]css.*")
        .handler(ctx -> answer(ctx, "text/css; charset=utf-8", stylesheet));
    router.get("/g/:slug").handler(this::page);
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Row(
      String slug,
      String title,
      String summary,
      @Nullable LocalDate lastChecked,
      int steps,
      String url) {}

  private record Rows(List<Row> guides) {}

  private void list(RoutingContext ctx) {
    ApiJson.answer(
        ctx,
        200,
        new Rows(
            guides.stream()
                .map(guide ->
                    new Row(
                        guide.slug(),
                        guide.title(),
                        guide.summary(),
                        guide.lastChecked(),
                        guide.steps().size(),
                        url(guide)))
                .toList()));
  }

  private String url(Guide guide) {
    return publicUrl + "/g/" + guide.slug();
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record View(
      String slug,
      String title,
      String summary,
      @Nullable LocalDate lastChecked,
      List<String> sources,
      List<Step> steps,
      @Nullable String picture,
      String url) {}

  private void one(RoutingContext ctx) {
    Guide guide = named(ctx);
    ApiJson.answer(
        ctx,
        200,
        new View(
            guide.slug(),
            guide.title(),
            guide.summary(),
            guide.lastChecked(),
            guide.sources(),
            guide.steps(),
            guide.picture(),
            url(guide)));
  }

  private void page(RoutingContext ctx) {
    Guide guide = named(ctx);
    ctx.response().putHeader("content-security-policy", POLICY);
    String page = new GuidePage(Texts.of("guide")).of(guide, campaign);
    answer(ctx, "text/html; charset=utf-8", Buffer.buffer(page));
  }

  private Guide named(RoutingContext ctx) {
    String slug = ctx.pathParam("slug");
    return guides.stream()
        .filter(guide -> guide.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> Problem.of(404, "unknown-guide"));
  }

  private static void answer(RoutingContext ctx, String type, Buffer body) {
    HttpServerResponse response = ctx.response();
    response
        .putHeader("content-type", type)
        .putHeader("cache-control", A_WHILE)
        .end(body)
        .onFailure(_ -> response.reset());
  }

  private static Buffer stylesheet() {
    try (InputStream in = GuideRoutes.class.getResourceAsStream("/guide/guide.css")) {
      return Buffer.buffer(Objects.requireNonNull(in, "guide.css").readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
