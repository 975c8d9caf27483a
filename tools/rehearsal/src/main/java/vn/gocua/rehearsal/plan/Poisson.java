package vn.gocua.rehearsal.plan;

import java.util.random.RandomGenerator;

/**
 * A random number of events with an expected {@code mean} (Knuth's method, good for small means).
 */
final class Poisson {
  private Poisson() {}

  static int any(RandomGenerator random, double mean) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
