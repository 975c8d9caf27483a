package vn.gocua.kiosk.desk;

import java.util.List;

/** The ways to the desk's pages, in the order they are shown. */
public final class DeskMenu {
  private DeskMenu() {}

  /**
   * A way to a page.
   *
   * @param name of its texts and icon: {@code desk.<name>.menu}
   */
  public record Entry(String name, String path, boolean adminsOnly) {
    Entry(String name, String path) {
      this(name, path, false);
    }
  }

  public static final List<Entry> ENTRIES =
      List.of(
          new Entry("overview", "leader"),
          new Entry("figures", "leader/figures"),
          new Entry("requests", "leader/requests"),
          new Entry("phones", "leader/phones"),
          new Entry("screens", "leader/screens"),
          new Entry("classes", "leader/classes"),
          new Entry("documents", "leader/documents"),
          new Entry("notices", "leader/notices"),
          new Entry("targets", "leader/targets"),
          new Entry("roster", "leader/roster"),
          new Entry("paper", "leader/paper"),
          new Entry("training", "leader/training"),
          new Entry("reports", "leader/reports"),
          new Entry("recount", "leader/recount"),
          new Entry("audit", "leader/audit"),
          new Entry("closing", "leader/closing"),
          new Entry("accounts", "leader/accounts", true),
          new Entry("account", "leader/account"));
}
