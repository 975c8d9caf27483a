package vn.gocua.protocol.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step-by-step guide.
 *
 * @param lastChecked an ISO date; null while nobody has compared it with the official sources
 * @param picture an SVG that the engine has found to only draw
 * @param url the same guide as a page for phones
 */
public record GuideInfo(
    String slug,
    String title,
    String summary,
    @Nullable String lastChecked,
    List<String> sources,
    List<Step> steps,
    @Nullable String picture,
    String url) {

  /**
   * One step.
   *
   * @param html paragraphs and lists, as the engine has made and escaped them
   */
  public record Step(String title, String html) {}

  public GuideInfo {
    sources = List.copyOf(sources);
    steps = List.copyOf(steps);
  }
}
