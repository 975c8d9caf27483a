package vn.gocua.kiosk.resident.wizard;

import java.util.List;
import vn.gocua.kiosk.resident.shell.Page;

/**
 * Asks one question after the other until the draft is sent.
 *
 * @param <D> the draft, which lives no longer than the visit
 */
public final class Wizard<D> {
  private final D draft;
  private final List<Step<D>> steps;

  private Wizard(D draft, List<Step<D>> steps) {
    this.draft = draft;
    this.steps = steps;
  }

  /** A wizard of these steps, in this order. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <D> Wizard<D> of(D draft, Step<D>... steps) {
    return new Wizard<>(draft, List.of(steps));
  }

  public Page first() {
    return page(0);
  }

  private Page page(int step) {
    return steps
        .get(step)
        .page(
            draft,
            host -> {
              if (step + 1 < steps.size()) {
                host.open(page(step + 1));
              }
            });
  }
}
