package vn.gocua.kiosk.desk.paper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.checkin.CheckInItem;

/**
 * A team's paper sheet of one day. Its content gives its check-ins their ids: the same line of the
 * same sheet is the same check-in, however often it is entered.
 *
 * @param number the team's number of the sheet on that day
 * @param hamlet null if the sheet has none
 */
record PaperSheet(
    String campaign,
    String team,
    LocalDate day,
    Part part,
    String number,
    @Nullable String hamlet) {

  /**
   * Part of the day, as its first moment. The first moment of the day means that the hour is
   * unknown: the engine counts it in no hour.
   */
  enum Part {
    DAY(0),
    MORNING(7),
    AFTERNOON(13),
    EVENING(18);

    private final LocalTime from;

    Part(int hour) {
      from = LocalTime.of(hour, 0);
    }

    LocalTime from() {
      return from;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One line of it.
   *
   * @param number of the line; it stays when others are removed
   * @param people helped each time
   * @param times how often the same was done
   */
  record Line(int number, String activity, int people, List<String> groups, int times) {
    Line {
      groups = groups.stream().sorted().toList();
    }
  }

  /** The check-ins of a line, as the engine wants them. */
  List<CheckInItem> items(Line line, ZoneId zone) {
    return IntStream.rangeClosed(1, line.times())
        .mapToObj(time ->
            CheckInItem.of(
                id(line.number(), time),
                at(zone),
                line.activity(),
                line.people(),
                line.groups(),
                hamlet))
        .toList();
  }

  /** Time of its check-ins. */
  Instant at(ZoneId zone) {
    return day.atTime(part.from()).atZone(zone).toInstant();
  }

  /**
   * Id of one check-in: a name-based UUID. The part of the day is not in it. So a sheet entered
   * again for the evening conflicts, instead of being counted twice.
   */
  String id(int line, int time) {
    String name =
        String.join(
            "/",
            "gocua-paper-1",
            campaign,
            team,
            day.toString(),
            number.strip().toUpperCase(Locale.ROOT),
            String.valueOf(line),
            String.valueOf(time));
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
