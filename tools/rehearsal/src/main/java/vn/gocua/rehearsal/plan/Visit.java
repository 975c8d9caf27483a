package vn.gocua.rehearsal.plan;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of help as it truly was, which its phone enters as a check-in.
 *
 * @param happenedAt the true instant, whatever the phone's clock shows
 * @param hamlet null where the person did not say
 * @param replaces the check-in that this one corrects, or null
 */
public record Visit(
    UUID id,
    Instant happenedAt,
    String activity,
    int residents,
    List<String> groups,
    int minutes,
    @Nullable String hamlet,
    @Nullable UUID replaces) {

  public Visit {
    groups = List.copyOf(groups);
  }

  /** The same entry with another number of residents. */
  Visit withResidents(int number) {
    return new Visit(id, happenedAt, activity, number, groups, minutes, hamlet, replaces);
  }
}
