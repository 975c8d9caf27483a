package vn.gocua.engine.config;

import java.util.ArrayList;
import java.util.List;

/** Collects every mistake found in the configuration, so that all of them can be shown at once. */
public final class Problems {
  private final List<String> found = new ArrayList<>();

  /** Notes a mistake: where it is, what is wrong, what to write instead. */
  public void add(String where, String what) {
    found.add(where + ": " + what);
  }

  /**
   * Stops here if anything was found.
   *
   * @throws BadConfiguration naming every mistake
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new BadConfiguration(List.copyOf(found));
    }
  }

  /** Notes all of them elsewhere too. */
  public void addTo(Problems others) {
    others.found.addAll(found);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }
}
