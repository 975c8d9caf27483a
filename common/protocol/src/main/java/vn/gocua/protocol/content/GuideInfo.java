package vn.gocua.protocol.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step-by-step guide.
 *
 * @param lastChecked null while nobody has compared it with the official sources: screens call it a
 *     sample then
 * @param checkedBy whose comparison it was, by their office; null: not said
 * @param picture an SVG that the engine has found to only draw
 * @param url the same guide as a page for phones
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GuideInfo(
    String slug,
    String title,
    String summary,
    @Nullable LocalDate lastChecked,
    @Nullable String checkedBy,
    List<String> sources,
    List<Step> steps,
    @Nullable String picture,
    String url) {

  /**
   * One step.
   *
   * @param html paragraphs and lists, as the engine has made and escaped them; no address to follow
   * @param text the same in plain words, for reading aloud
   */
  public record Step(String title, String html, String text) {}

  public GuideInfo {
    sources = List.copyOf(sources);
    steps = List.copyOf(steps);
  }
}
