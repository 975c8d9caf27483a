package vn.gocua.kiosk.resident.wizard;

import java.util.function.Consumer;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;

/**
 * One question of a wizard, on a page of its own.
 *
 * @param <D> the draft
 */
@FunctionalInterface
public interface Step<D> {
  /**
   * Its page.
   *
   * @param draft keeps the answer, also when the visitor steps back
   * @param onwards opens the next step; the last step leads on by itself
   */
  Page page(D draft, Consumer<PageHost> onwards);
}
