package vn.gocua.kiosk.resident.wizard;

import java.util.function.Consumer;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;

/**
 * One question of a wizard, on a page of its own.
 *
 * @param <D> what is being filled in
 */
@FunctionalInterface
public interface Step<D> {
  /**
   * Its page.
   *
   * @param draft where the answer is kept, so that stepping back finds it again
   * @param onwards opens the next step; the last step leads on by itself
   */
  Page page(D draft, Consumer<PageHost> onwards);
}
