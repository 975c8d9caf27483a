package vn.gocua.kiosk.desk.targets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Divides a number by weights into whole numbers whose sum is exact: by the largest remainder. */
final class MemberShares {
  private MemberShares() {}

  /** A name's whole share, and the rest of it that was cut off, in parts of the weights' sum. */
  private record Cut(String name, long rest) {}

  /**
   * The shares by name, in the order of the weights. Of equal remainders the first named gets more.
   *
   * @param weights none below 0
   * @return all 0 if the weights are
   */
  static Map<String, Integer> of(int total, Map<String, Integer> weights) {
    long sum = weights.values().stream().mapToLong(Integer::longValue).sum();
    Map<String, Integer> shares = new LinkedHashMap<>();
    List<Cut> cuts = new ArrayList<>();
    long left = sum == 0 ? 0 : total;
    for (Map.Entry<String, Integer> each : weights.entrySet()) {
      long product = (long) total * each.getValue();
      int whole = sum == 0 ? 0 : Math.toIntExact(product / sum);
      shares.put(each.getKey(), whole);
      cuts.add(new Cut(each.getKey(), sum == 0 ? 0 : product % sum));
      left -= whole;
    }
    cuts.sort(Comparator.comparingLong(Cut::rest).reversed());
    cuts.stream().limit(left).forEach(cut -> shares.merge(cut.name(), 1, Integer::sum));
    return shares;
  }
}
