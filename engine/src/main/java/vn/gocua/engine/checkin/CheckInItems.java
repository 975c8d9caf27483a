package vn.gocua.engine.checkin;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.checkin.event.CheckIn;
import vn.gocua.protocol.body.Item;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.checkin.CheckInItem;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** Makes check-ins of sent items. A faulty item affects no other. */
public final class CheckInItems {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** A century: a clock further off is not a clock. */
  private static final double MAX_OFFSET = 100.0 * 365 * 24 * 3600;

  private CheckInItems() {}

  /** The items of a batch, as check-ins of a team. */
  static List<BatchItem> of(List<Item<CheckInItem>> items, String team) {
    return items.stream().map(item -> of(item, team)).toList();
  }

  /** An item as the check-in of a team. */
  public static BatchItem of(Item<CheckInItem> item, String team) {
    return switch (item) {
      case Item.Read<CheckInItem>(CheckInItem read) -> of(read, team);
      case Item.Unreadable<CheckInItem>(String name, Refusal why) -> unreadable(name, why);
    };
  }

  private static BatchItem unreadable(@Nullable String name, Refusal why) {
    if (why.reason() == RequestReason.NOT_AN_OBJECT) {
      return new BatchItem.Unreadable(null, false, Rejection.of(why));
    }
    return name != null && isUuid(name)
        ? new BatchItem.Unreadable(canonical(name), true, Rejection.of(why))
        : misnamed(name);
  }

  private static BatchItem misnamed(@Nullable String name) {
    String shown =
        name != null && name.length() > Limits.CODE ? name.substring(0, Limits.CODE) : name;
    return new BatchItem.Unreadable(shown, false, Rejection.of("invalid-id"));
  }

  private static BatchItem of(CheckInItem item, String team) {
    if (!isUuid(item.id())) {
      return misnamed(item.id());
    }
    String id = canonical(item.id());
    String replaces = item.replaces();
    if (replaces != null && !isUuid(replaces)) {
      return new BatchItem.Unreadable(id, true, Rejection.of("unknown-replaces", replaces));
    }
    Double offset = item.clockOffset();
    if (offset != null && Math.abs(offset) > MAX_OFFSET) {
      return new BatchItem.Unreadable(id, true, Rejection.of("wrong-type", "clockOffset"));
    }
    return new BatchItem.Entered(
        id, CheckIn.of(team, item), offset == null ? null : (Long) Math.round(offset));
  }

  private static boolean isUuid(String text) {
    return UUID.matcher(text).matches();
  }

  private static String canonical(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
