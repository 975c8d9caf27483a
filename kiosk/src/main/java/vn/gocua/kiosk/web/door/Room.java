package vn.gocua.kiosk.web.door;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A bounded set of guests. When it is full, one of the largest network goes. */
final class Room {
  private static final Comparator<Guest> LEAST =
      Comparator.comparing(Guest::standing).thenComparing((a, b) -> Long.signum(a.heard - b.heard));

  private final int most;
  private final Map<String, Set<Guest>> byNetwork = new LinkedHashMap<>();
  private int size;

  Room(int most) {
    this.most = most;
  }

  void add(Guest guest) {
    if (byNetwork.computeIfAbsent(guest.network, _ -> new LinkedHashSet<>()).add(guest)) {
      size++;
    }
  }

  boolean remove(Guest guest) {
    Set<Guest> own = byNetwork.get(guest.network);
    if (own == null || !own.remove(guest)) {
      return false;
    }
    size--;
    if (own.isEmpty()) {
      byNetwork.remove(guest.network);
    }
    return true;
  }

  boolean has(Guest guest) {
    return byNetwork.getOrDefault(guest.network, Set.of()).contains(guest);
  }

  /**
   * Removes the guest that has to go: of the largest networks, the lowest priority, and then the
   * longest silent.
   *
   * @param last the newest, who goes only if no other there can
   * @return null if there is room
   */
  @Nullable Guest tooMany(Guest last) {
    if (size <= most) {
      return null;
    }
    int largest = byNetwork.values().stream().mapToInt(Set::size).max().orElse(0);
    Guest out =
        byNetwork.values().stream()
            .filter(each -> each.size() == largest)
            .flatMap(Set::stream)
            .filter(guest -> guest != last)
            .min(LEAST)
            .orElse(last);
    remove(out);
    return out;
  }
}
