package vn.gocua.rehearsal.plan;

import java.util.List;
import java.util.random.RandomGenerator;

/** Errors for which the engine has to reject an entry. */
public enum InputError {
  UNKNOWN_ACTIVITY,
  UNKNOWN_GROUP,
  UNKNOWN_HAMLET,
  NEGATIVE_RESIDENTS,
  NOBODY_HELPED,
  TOO_MANY_RESIDENTS,
  NO_TIME,
  IN_THE_FUTURE,
  BEFORE_THE_CAMPAIGN,
  NOT_AN_ID,
  CORRECTS_NOTHING;

  private static final List<InputError> ALL = List.of(values());

  static InputError any(RandomGenerator random) {
    return ALL.get(random.nextInt(ALL.size()));
  }
}
