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
 * A sheet of paper on which a team has written down its day. What stands on it names its check-ins:
 * the same line of the same sheet is the same check-in, whoever enters it and however often.
 *
 * @param number how the team numbers its sheets of that day
 * @param hamlet where it was; null if the sheet does not say
 */
record PaperSheet(
    String campaign,
    String team,
    LocalDate day,
    Part part,
    String number,
    @Nullable String hamlet) {

  /**
   * When on the day, as near as paper tells: the begin of it. The first moment of the day says that
   * no more is known; the engine counts it on the day, but in no hour.
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
   * @param number which line; it keeps its number when others are struck out
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
            new CheckInItem(
                id(line.number(), time),
                at(zone),
                line.activity(),
                line.people(),
                line.groups(),
                null,
                hamlet,
                null,
                null,
                null))
        .toList();
  }

  /** When its check-ins are said to have been. */
  Instant at(ZoneId zone) {
    return day.atTime(part.from()).atZone(zone).toInstant();
  }

  /**
   * The id of one check-in: a name-based UUID. The part of the day is not in it, so that a sheet
   * entered again for the evening is found to differ rather than counted twice.
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
