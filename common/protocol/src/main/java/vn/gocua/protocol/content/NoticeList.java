package vn.gocua.protocol.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notices, latest first. */
public record NoticeList(List<Row> notices) {
  public NoticeList {
    notices = List.copyOf(notices);
  }

  /**
   * One notice.
   *
   * @param where codes of places: {@code wall}, {@code phones}
   * @param by its author; with {@code withdrawn} for leaders only
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      String id,
      String text,
      OffsetDateTime until,
      List<String> where,
      OffsetDateTime publishedAt,
      @Nullable String by,
      @Nullable Boolean withdrawn) {
    public Row {
      where = List.copyOf(where);
    }

    public boolean isForTheWall() {
      return where.contains("wall");
    }
  }
}
