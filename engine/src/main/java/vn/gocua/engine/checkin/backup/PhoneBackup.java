package vn.gocua.engine.checkin.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.engine.checkin.BatchItem;
import vn.gocua.engine.checkin.CheckInItems;
import vn.gocua.engine.checkin.Rejection;
import vn.gocua.engine.checkin.VoidReason;
import vn.gocua.protocol.body.Item;
import vn.gocua.protocol.checkin.CheckInItem;

/**
 * Content of a phone's backup file: the items without an answer. A plain post of check-ins is read
 * too.
 *
 * @param checkIns in the file's order; of another team: unreadable, as «other-teams-check-in»
 * @param damaged records that the phone itself could no longer read
 */
record PhoneBackup(List<BatchItem> checkIns, List<VoidOrder> voids, int damaged) {
  private static final String FORMAT = "gocua-phone-backup";
  private static final int VERSION = 1;

  /**
   * An order to void a check-in.
   *
   * @param rejection why it cannot be tried
   */
  record VoidOrder(@Nullable String of, VoidReason reason, @Nullable Rejection rejection) {}

  /** Reads one check-in of a file. */
  @FunctionalInterface
  interface ItemReader {
    Item<CheckInItem> item(JsonNode entry);
  }

  /** Empty if the object is no backup that this version reads. */
  static Optional<PhoneBackup> read(ObjectNode file, String team, ItemReader reader) {
    boolean wrapped = file.has("format");
    if (wrapped
        && (!FORMAT.equals(file.path("format").asString(""))
            || file.path("version").asInt(0) != VERSION)) {
      return Optional.empty();
    }
    if (!file.path("checkIns").isArray()) {
      return Optional.empty();
    }
    List<BatchItem> checkIns = new ArrayList<>();
    for (JsonNode entry : file.path("checkIns")) {
      Item<CheckInItem> read = reader.item(wrapped ? entry.path("checkIn") : entry);
      BatchItem item = CheckInItems.of(read, team);
      checkIns.add(!wrapped || isOf(entry, team) ? item : ofAnother(item));
    }
    List<VoidOrder> voids = new ArrayList<>();
    for (JsonNode entry : file.path("voids")) {
      voids.add(voidOrder(entry, team));
    }
    return Optional.of(new PhoneBackup(checkIns, voids, file.path("damaged").size()));
  }

  private static BatchItem ofAnother(BatchItem item) {
    return new BatchItem.Unreadable(item.id(), false, Rejection.of("other-teams-check-in"));
  }

  private static VoidOrder voidOrder(JsonNode entry, String team) {
    String of = entry.path("of").isString() ? entry.path("of").stringValue() : null;
    VoidReason reason = VoidReason.of(entry.path("reason").asString("")).orElse(VoidReason.OTHER);
    Rejection rejection = null;
    if (!isOf(entry, team)) {
      rejection = Rejection.of("other-teams-check-in");
    } else if (of == null) {
      rejection = Rejection.of("unknown-check-in");
    }
    return new VoidOrder(of, reason, rejection);
  }

  private static boolean isOf(JsonNode entry, String team) {
    return entry.path("team").asString("").equals(team);
  }
}
