package vn.gocua.protocol.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Screens that showed themselves. */
public record ScreenList(List<Row> screens) {
  public ScreenList {
    screens = List.copyOf(screens);
  }

  /**
   * One screen.
   *
   * @param screen its code
   * @param status offered, accepted, expired or revoked
   * @param until end of its code's validity
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      String screen,
      String status,
      Instant offeredAt,
      Instant until,
      @Nullable String place,
      @Nullable Instant acceptedAt) {}
}
