package vn.gocua.protocol.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The guides, in the commune's order. */
public record GuideList(List<Row> guides) {
  public GuideList {
    guides = List.copyOf(guides);
  }

  /**
   * One guide, without its steps.
   *
   * @param lastChecked date of the last comparison with the official sources; null: never
   * @param checkedBy whose comparison it was, by their office; null: not said
   * @param steps their number
   * @param url the same guide as a page for phones
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      String slug,
      String title,
      String summary,
      @Nullable LocalDate lastChecked,
      @Nullable String checkedBy,
      int steps,
      String url) {}
}
