package vn.gocua.kiosk.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * Axe, run where the page is: our pages have no frames, so that axe's way around them (a further
 * page for every run) is not needed. The page must have been opened without its content security
 * policy.
 */
final class Axe {
  private static final String THERE = "() => 'axe' in globalThis";

  /** All of axe's usual rules, with the stricter contrast and the size of targets. */
  private static final String RUN =
      """
      async () => {
        const rules = { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } };
        const { violations } = await axe.run(document, { rules, resultTypes: ['violations'] });
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
      }
      """;

  private Axe() {}

  /** What is wrong with the page, by rule, with the first place where it is. */
  static List<?> violations(Page page) {
    if (!(boolean) page.evaluate(THERE)) {
      page.evaluate(AxeBuilder.getAxeScript());
    }
    return (List<?>) page.evaluate(RUN);
  }
}
