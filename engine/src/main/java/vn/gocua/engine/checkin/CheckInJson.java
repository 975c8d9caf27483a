package vn.gocua.engine.checkin;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.engine.checkin.event.CheckIn;
import vn.gocua.engine.journal.IsoInstant;

/** Reads one item of a batch; whatever is wrong with it stays its own affair. */
public final class CheckInJson {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "occurredAt",
          "activity",
          "residents",
          "groups",
          "minutes",
          "hamlet",
          "helpRequest",
          "clockOffset",
          "replaces");
  private static final int LONGEST_TEXT = 60;
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /** A century: a clock further off is not a clock. */
  private static final long MAX_OFFSET = 100L * 365 * 24 * 3600;

  private CheckInJson() {}

  /** Something in the item is not what it should be. */
  private static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Rejection rejection;

    Unfit(String code, Object... arguments) {
      super(code, null, false, false);
      rejection = Rejection.of(code, arguments);
    }
  }

  /** Reads an item as the check-in of a team. */
  public static BatchItem read(JsonNode node, String team) {
    if (!(node instanceof ObjectNode item)) {
      return new BatchItem.Unreadable(null, false, Rejection.of("not-an-object"));
    }
    String id = item.path("id").isString() ? item.path("id").stringValue() : null;
    boolean wellNamed = id != null && UUID.matcher(id).matches();
    if (id == null || !wellNamed) {
      return new BatchItem.Unreadable(shortened(id), false, Rejection.of("invalid-id"));
    }
    String canonicalId = id.toLowerCase(Locale.ROOT);
    try {
      return new BatchItem.Entered(canonicalId, checkIn(item, team), offset(item));
    } catch (Unfit unfit) {
      return new BatchItem.Unreadable(canonicalId, true, unfit.rejection);
    }
  }

  private static @Nullable String shortened(@Nullable String id) {
    return id == null || id.length() <= LONGEST_TEXT ? id : id.substring(0, LONGEST_TEXT);
  }

  private static CheckIn checkIn(ObjectNode item, String team) {
    for (String name : item.propertyNames()) {
      if (!FIELDS.contains(name)) {
        throw new Unfit("unknown-field", name, String.join(", ", new java.util.TreeSet<>(FIELDS)));
      }
    }
    return new CheckIn(
        team,
        instant(item, "occurredAt"),
        present(text(item, "activity"), "activity"),
        present(integer(item, "residents"), "residents"),
        groups(item),
        integer(item, "minutes"),
        text(item, "hamlet"),
        text(item, "helpRequest"),
        replaces(item));
  }

  private static Instant instant(ObjectNode item, String name) {
    String text = present(text(item, name), name);
    try {
      return time(text);
    } catch (DateTimeException _) {
      throw new Unfit("invalid-time", name);
    }
  }

  /**
   * A time as phones send it.
   *
   * @throws DateTimeException if it is not ISO 8601 with an offset, or of a year so far off that
   *     reckoning with it would leave the calendar
   */
  static Instant time(String text) {
    Instant time = IsoInstant.parse(text);
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new DateTimeException("beyond the calendar: " + text);
    }
    return time;
  }

  private static List<String> groups(ObjectNode item) {
    JsonNode node = item.get("groups");
    if (node == null || node.isNull()) {
      return List.of();
    }
    if (!node.isArray()) {
      throw new Unfit("wrong-type", "groups");
    }
    if (node.size() > CheckInRules.MAX_GROUPS) {
      throw new Unfit("too-many-groups", CheckInRules.MAX_GROUPS);
    }
    List<String> groups = new ArrayList<>();
    for (JsonNode group : node) {
      if (!group.isString() || group.stringValue().length() > LONGEST_TEXT) {
        throw new Unfit("wrong-type", "groups");
      }
      groups.add(group.stringValue());
    }
    return groups;
  }

  private static @Nullable String replaces(ObjectNode item) {
    String replaces = text(item, "replaces");
    if (replaces != null && !UUID.matcher(replaces).matches()) {
      throw new Unfit("unknown-replaces", replaces);
    }
    return replaces == null ? null : replaces.toLowerCase(Locale.ROOT);
  }

  private static @Nullable Long offset(ObjectNode item) {
    JsonNode node = item.get("clockOffset");
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isNumber() || Math.abs(node.doubleValue()) > MAX_OFFSET) {
      throw new Unfit("wrong-type", "clockOffset");
    }
    return Math.round(node.doubleValue());
  }

  private static @Nullable String text(ObjectNode item, String name) {
    JsonNode node = item.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isString() || node.stringValue().length() > LONGEST_TEXT) {
      throw new Unfit("wrong-type", name);
    }
    return node.stringValue();
  }

  private static @Nullable Integer integer(ObjectNode item, String name) {
    JsonNode node = item.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isIntegralNumber()) {
      throw new Unfit("wrong-type", name);
    }
    if (!node.canConvertToInt()) {
      throw new Unfit(name + "-out-of-range", node.asString(), bound(name));
    }
    return node.intValue();
  }

  private static int bound(String name) {
    return name.equals("minutes") ? CheckInRules.MAX_MINUTES : CheckInRules.MAX_RESIDENTS;
  }

  private static <T> T present(@Nullable T value, String name) {
    if (value == null) {
      throw new Unfit("missing-field", name);
    }
    return value;
  }
}
