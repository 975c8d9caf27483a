package vn.gocua.engine.table;

/** A file that is no table, or a table that is too large to be meant. */
public final class UnreadableTable extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean tooLarge;

  private UnreadableTable(String why, boolean tooLarge) {
    super(why);
    this.tooLarge = tooLarge;
  }

  static UnreadableTable broken(String why) {
    return new UnreadableTable(why, false);
  }

  static UnreadableTable tooLarge(String why) {
    return new UnreadableTable(why, true);
  }

  public boolean isTooLarge() {
    return tooLarge;
  }
}
