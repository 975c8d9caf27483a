package vn.gocua.kiosk.screen;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouterLayout;
import java.util.List;
import java.util.function.Supplier;

/**
 * A view with its addresses and its constructor.
 *
 * @param paths without the first slash, the main one first; none for frames and error pages, which
 *     Vaadin shows by itself
 * @param frames around it, from the inside out
 */
public record View(
    Class<? extends Component> type,
    Supplier<? extends Component> maker,
    List<String> paths,
    List<Class<? extends RouterLayout>> frames) {
  public View {
    paths = List.copyOf(paths);
    frames = List.copyOf(frames);
  }

  /** A view that is served at these addresses. */
  public static <T extends Component> View at(
      Class<T> type, Supplier<? extends T> maker, String... paths) {
    return new View(type, maker, List.of(paths), List.of());
  }

  /** The same within a frame. */
  public View within(Class<? extends RouterLayout> frame) {
    return new View(type, maker, paths, List.of(frame));
  }
}
