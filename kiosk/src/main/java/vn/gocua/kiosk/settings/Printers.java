package vn.gocua.kiosk.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Screens with a printer; only these offer a printed slip.
 *
 * @param all every screen has one
 * @param screens codes of those that have one
 */
public record Printers(boolean all, Set<String> screens) {
  public static final Printers NONE = new Printers(false, Set.of());

  private static final Pattern CODE = Pattern.compile("[2-9A-Z]{6}");

  public Printers {
    screens = Set.copyOf(screens);
  }

  /** Reads {@code true}, {@code false}, or screens' codes with commas or spaces between them. */
  static Optional<Printers> read(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Optional.of(new Printers(text.equals("true"), Set.of()));
    }
    Set<String> codes = Set.copyOf(List.of(text.split("[,\\s]+", -1)));
    return codes.stream().allMatch(CODE.asMatchPredicate())
        ? Optional.of(new Printers(false, codes))
        : Optional.empty();
  }

  /** Whether the screen with this code has one. */
  public boolean at(String screen) {
    return all || screens.contains(screen);
  }
}
