package vn.gocua.testkit.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * Range of a text field in a query, for an index.
 *
 * @param from at least; null for none
 * @param to less than; null for none
 * @param equal exactly; null for none
 */
record PrefixRange(@Nullable String from, @Nullable String to, @Nullable String equal) {
  private static final PrefixRange OPEN = new PrefixRange(null, null, null);

  static PrefixRange of(String field, Document query) {
    PrefixRange range = OPEN;
    for (Map.Entry<String, Object> said : query.entrySet()) {
      if (said.getKey().equals("$and") && said.getValue() instanceof Collection<?> all) {
        for (Object one : all) {
          range = one instanceof Document part ? range.and(of(field, part)) : range;
        }
      } else if (said.getKey().equals(field)) {
        range = range.and(one(said.getValue()));
      }
    }
    return range;
  }

  private static PrefixRange one(Object said) {
    return switch (said) {
      case String text -> new PrefixRange(null, null, text);
      case Document limits -> new PrefixRange(text(limits, "$gte"), text(limits, "$lt"), null);
      default -> OPEN;
    };
  }

  private static @Nullable String text(Document limits, String operator) {
    return limits.get(operator) instanceof String text ? text : null;
  }

  private PrefixRange and(PrefixRange other) {
    return new PrefixRange(
        other.from == null ? from : other.from,
        other.to == null ? to : other.to,
        other.equal == null ? equal : other.equal);
  }

  /** Whether the range is unbounded. */
  boolean isOpen() {
    return equal == null && (from == null || to == null);
  }

  /** The map's part in the range, and perhaps more: the query decides. */
  <V> NavigableMap<String, V> within(NavigableMap<String, V> map) {
    if (equal != null) {
      return map.subMap(equal, true, equal, true);
    }
    return from == null || to == null || from.compareTo(to) > 0
        ? map
        : map.subMap(from, true, to, false);
  }
}
