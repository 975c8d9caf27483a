package vn.gocua.engine.alerts;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.alerts.AlertFact.AlertAcknowledged;
import vn.gocua.engine.alerts.AlertFact.AlertReopened;

/** Acknowledged alerts by key. The first acknowledgement stays. */
public record Acknowledgements(Map<String, AlertAcknowledged> byKey) {
  public static final Acknowledgements NONE = new Acknowledgements(Map.of());

  public Acknowledgements {
    byKey = Map.copyOf(byKey);
  }

  static Acknowledgements evolve(@Nullable Acknowledgements before, AlertFact fact) {
    Map<String, AlertAcknowledged> now =
        new LinkedHashMap<>(before == null ? Map.of() : before.byKey);
    switch (fact) {
      case AlertAcknowledged acknowledged -> now.putIfAbsent(acknowledged.key(), acknowledged);
      case AlertReopened reopened -> now.remove(reopened.key());
    }
    return new Acknowledgements(now);
  }

  public boolean has(String key) {
    return byKey.containsKey(key);
  }

  /** Those since some time, latest first. */
  public List<AlertAcknowledged> since(Instant then) {
    return byKey.values().stream()
        .filter(a -> !a.at().isBefore(then))
        .sorted(
            Comparator.comparing(AlertAcknowledged::at)
                .reversed()
                .thenComparing(AlertAcknowledged::key))
        .toList();
  }
}
