package vn.gocua.rehearsal.plan;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A random choice among numbered ones, by weight. */
record Weights(List<Integer> values) {

  Weights {
    values = List.copyOf(values);
    if (values.stream().anyMatch(value -> value < 0)
        || values.stream().allMatch(value -> value == 0)) {
      throw new IllegalArgumentException("weights are not negative, and one at least is not zero");
    }
  }

  static Weights parse(String blankSeparated) {
    return new Weights(
        Stream.of(blankSeparated.strip().split("\\s+")).map(Integer::valueOf).toList());
  }

  int size() {
    return values.size();
  }

  /** The index of a choice. */
  int any(RandomGenerator random) {
    int left = random.nextInt(values.stream().mapToInt(Integer::intValue).sum());
    int index = 0;
    while (left >= values.get(index)) {
      left -= values.get(index);
      index++;
    }
    return index;
  }
}
