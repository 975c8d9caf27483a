package vn.gocua.kiosk.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * Axe, run where the page is: our pages have no frames, so that axe's way around them (a further
 * page for every run) is not needed.
 */
final class Axe {
  private static final String THERE = "() => 'axe' in globalThis";

  /** All of axe's usual rules, with the stricter contrast and the size of targets, or without. */
  private static final String RUN =
      """
      async (looks) => {
        const rules = { 'color-contrast': { enabled: looks }, 'color-contrast-enhanced': { enabled: looks },
          'target-size': { enabled: looks } };
        const { violations } = await axe.run(document, { rules, resultTypes: ['violations'] });
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
      }
      """;

  /** What the standard asks for, as far as it keeps somebody out. */
  private static final String GRAVE =
      """
      async (part) => {
        const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
        const { violations } = await axe.run(part, { runOnly, resultTypes: ['violations'] });
        return violations.filter(({ impact }) => ['serious', 'critical'].includes(impact))
          .map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
      }
      """;

  private Axe() {}

  /** What is wrong with the page, by rule, with the first place where it is. */
  static List<?> violations(Page page) {
    bring(page);
    return (List<?>) page.evaluate(RUN, true);
  }

  /** The same but for contrast and sizes, which take the longest and which others have measured. */
  static List<?> violationsButOfLooks(Page page) {
    bring(page);
    return (List<?>) page.evaluate(RUN, false);
  }

  /** The same of a part, by the standard alone and without what is merely a nuisance. */
  static List<?> grave(Page page, String part) {
    bring(page);
    return (List<?>) page.evaluate(GRAVE, part);
  }

  private static void bring(Page page) {
    if (!(boolean) page.evaluate(THERE)) {
      page.evaluate(AxeBuilder.getAxeScript());
    }
  }
}
