package vn.gocua.system.bench;

import org.jspecify.annotations.Nullable;

/**
 * One measured figure beside what was asked for.
 *
 * @param key names it in the texts
 * @param value null if it could not be measured here
 * @param ratio measured against something else of the same run; null if it stands for itself
 * @param target null for a figure that only informs
 */
record Figure(
    String key,
    @Nullable Amount value,
    @Nullable Amount ratio,
    @Nullable Target target,
    boolean met) {

  /** A number and its unit. */
  record Amount(double number, Unit unit) {}

  /** What figures are counted in. */
  enum Unit {
    PER_SECOND,
    SHARE,
    TIMES,
    MICROSECONDS,
    MILLISECONDS,
    SECONDS,
    MEBIBYTES,
    EACH
  }

  /** A bound, met from above or from below. */
  record Target(boolean atLeast, Amount bound) {
    boolean metBy(Amount amount) {
      return atLeast ? amount.number() >= bound.number() : amount.number() <= bound.number();
    }
  }

  static Figure notMeasured(String key) {
    return new Figure(key, null, null, null, true);
  }

  static Figure plain(String key, double number, Unit unit) {
    return new Figure(key, new Amount(number, unit), null, null, true);
  }

  static Figure atMost(String key, double number, Unit unit, double bound) {
    Amount value = new Amount(number, unit);
    Target target = new Target(false, new Amount(bound, unit));
    return new Figure(key, value, null, target, target.metBy(value));
  }

  static Figure shareAtLeast(String key, double perSecond, double share, double bound) {
    Amount ratio = new Amount(share, Unit.SHARE);
    Target target = new Target(true, new Amount(bound, Unit.SHARE));
    return new Figure(
        key, new Amount(perSecond, Unit.PER_SECOND), ratio, target, target.metBy(ratio));
  }

  static Figure timesAtMost(String key, double micros, double times, double bound) {
    Amount ratio = new Amount(times, Unit.TIMES);
    Target target = new Target(false, new Amount(bound, Unit.TIMES));
    return new Figure(
        key, new Amount(micros, Unit.MICROSECONDS), ratio, target, target.metBy(ratio));
  }
}
