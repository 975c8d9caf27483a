package vn.gocua.system.house;

/**
 * Something that breaks a rule.
 *
 * @param key what it is
 * @param size how much of it: lines, files, uses; 0 where a rule does not count
 * @param where a hint for who has to mend it
 */
record Fault(String key, int size, String where) implements Comparable<Fault> {
  static Fault of(String key, String where) {
    return new Fault(key, 0, where);
  }

  @Override
  public int compareTo(Fault other) {
    return key.compareTo(other.key);
  }

  @Override
  public String toString() {
    String what = size == 0 ? key : key + " = " + size;
    return where.isEmpty() ? what : what + "   " + where;
  }
}
