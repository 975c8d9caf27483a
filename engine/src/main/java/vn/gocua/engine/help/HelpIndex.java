package vn.gocua.engine.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * This node's memory of all help requests: absolute values with versions, of which the newer wins.
 * It decides nothing.
 */
public final class HelpIndex {
  private final Map<String, HelpRequest> requests = new ConcurrentHashMap<>();
  private final List<Consumer<HelpRequest>> listeners = new CopyOnWriteArrayList<>();

  /** The revision of each code's last change, in their order. */
  private final LinkedHashMap<String, Long> changes = new LinkedHashMap<>();

  private long revision = 1;

  /** Calls back, on any thread, for every request that is new or has changed. */
  public void onChange(Consumer<HelpRequest> listener) {
    listeners.add(listener);
  }

  void update(HelpRequest request) {
    boolean[] changed = new boolean[1];
    requests.compute(
        request.code(),
        (_, known) -> {
          changed[0] = known == null || known.version() < request.version();
          return changed[0] ? request : known;
        });
    if (changed[0]) {
      count(request.code());
      listeners.forEach(listener -> listener.accept(request));
    }
  }

  private void count(String code) {
    synchronized (changes) {
      changes.putLast(code, ++revision);
    }
  }

  /** Counts the changes; above 0. */
  long revision() {
    synchronized (changes) {
      return revision;
    }
  }

  /** The codes of what has changed after a revision, oldest change first. */
  List<String> changedSince(long seen) {
    synchronized (changes) {
      return changes.sequencedEntrySet().reversed().stream()
          .takeWhile(change -> change.getValue() > seen)
          .map(Map.Entry::getKey)
          .toList()
          .reversed();
    }
  }

  public @Nullable HelpRequest get(String code) {
    return requests.get(code);
  }

  /** The code of some request. */
  Optional<String> any() {
    return requests.keySet().stream().findAny();
  }

  Set<String> codes() {
    return requests.keySet();
  }

  /** Those that are not over, oldest first. */
  public List<HelpRequest> unfinished() {
    List<HelpRequest> found = new ArrayList<>();
    for (HelpRequest request : requests.values()) {
      if (!request.status().isOver()) {
        found.add(request);
      }
    }
    found.sort(Comparator.comparing(HelpRequest::requestedAt).thenComparing(HelpRequest::code));
    return found;
  }

  /** The refs of all contacts that are to be kept. */
  Set<String> contacts() {
    Set<String> refs = new HashSet<>();
    withContact().forEach(request -> refs.add(request.contact()));
    return refs;
  }

  /** All requests whose contact is to be kept, over or not. */
  List<HelpRequest> withContact() {
    return requests.values().stream().filter(HelpRequest::hasContact).toList();
  }

  /** How many unfinished requests each team has, or is named by. */
  public Map<String, Integer> load() {
    Map<String, Integer> load = new HashMap<>();
    unfinished().forEach(request -> load.merge(request.team(), 1, Integer::sum));
    return load;
  }
}
