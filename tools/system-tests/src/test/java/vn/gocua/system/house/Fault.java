package vn.gocua.system.house;

/**
 * Something that breaks a rule.
 *
 * @param key what it is; it survives a move to another package, but no new name
 * @param size how much of it: lines, files, uses; 0 where a rule does not count
 * @param where a hint for who has to mend it; not kept
 */
record Fault(String key, int size, String where) implements Comparable<Fault> {
  static Fault of(String key, String where) {
    return new Fault(key, 0, where);
  }

  @Override
  public int compareTo(Fault other) {
    return key.compareTo(other.key);
  }

  /** As it stands in a list. */
  String line() {
    return size == 0 ? key : key + " = " + size;
  }
}
