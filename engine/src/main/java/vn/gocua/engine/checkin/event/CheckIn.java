package vn.gocua.engine.checkin.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.checkin.CheckInItem;

/**
 * One piece of help as the team's member entered it. Two tries with equal values are the same.
 *
 * @param occurredAt by the phone's clock, not repaired
 * @param residents number of people helped; 0 only when on duty
 * @param groups codes of priority groups among them, sorted, each once
 * @param minutes duration
 * @param hamlet code of the place; never a position
 * @param helpRequest ticket code of the request it answers
 * @param replaces id of the check-in it corrects, which it voids
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckIn(
    String team,
    Instant occurredAt,
    String activity,
    int residents,
    List<String> groups,
    @Nullable Integer minutes,
    @Nullable String hamlet,
    @Nullable String helpRequest,
    @Nullable String replaces) {

  public CheckIn {
    groups = groups.stream().sorted().distinct().toList();
  }

  /** The check-in of a team from a sent item. */
  public static CheckIn of(String team, CheckInItem item) {
    String replaces = item.replaces();
    return new CheckIn(
        team,
        item.occurredAt(),
        item.activity(),
        item.residents(),
        Objects.requireNonNullElse(item.groups(), List.of()),
        item.minutes(),
        item.hamlet(),
        item.helpRequest(),
        replaces == null ? null : replaces.toLowerCase(Locale.ROOT));
  }
}
