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
 * @param narrow which of them have a roll of 58 mm; the others' is 80 mm wide
 */
public record Printers(boolean all, Set<String> screens, Narrow narrow) {
  public static final Printers NONE = new Printers(false, Set.of(), Narrow.NONE);

  /** Width of the usual roll, in mm. */
  private static final int WIDE_ROLL = 80;

  /** Width of the narrow roll, in mm. */
  private static final int NARROW_ROLL = 58;

  private static final Pattern CODE = Pattern.compile("[2-9A-Z]{6}");

  /**
   * Screens whose printers have the narrow roll.
   *
   * @param all every screen's
   * @param screens codes of those that have it
   */
  public record Narrow(boolean all, Set<String> screens) {
    static final Narrow NONE = new Narrow(false, Set.of());

    public Narrow {
      screens = Set.copyOf(screens);
    }

    /** Reads {@code 80}, {@code 58}, or the codes of the screens with 58 mm. */
    static Optional<Narrow> read(String text) {
      if (text.equals("80") || text.equals("58")) {
        return Optional.of(new Narrow(text.equals("58"), Set.of()));
      }
      return codes(text).map(codes -> new Narrow(false, codes));
    }
  }

  public Printers {
    screens = Set.copyOf(screens);
  }

  /** Reads {@code true}, {@code false}, or screens' codes with commas or spaces between them. */
  static Optional<Printers> read(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Optional.of(new Printers(text.equals("true"), Set.of(), Narrow.NONE));
    }
    return codes(text).map(codes -> new Printers(false, codes, Narrow.NONE));
  }

  private static Optional<Set<String>> codes(String text) {
    Set<String> codes = Set.copyOf(List.of(text.split("[,\\s]+", -1)));
    return codes.stream().allMatch(CODE.asMatchPredicate()) ? Optional.of(codes) : Optional.empty();
  }

  Printers with(Narrow rolls) {
    return new Printers(all, screens, rolls);
  }

  /** Whether the screen with this code has one. */
  public boolean at(String screen) {
    return all || screens.contains(screen);
  }

  /** Width of the paper of the screen with this code, in mm. */
  public int roll(String screen) {
    return narrow.all() || narrow.screens().contains(screen) ? NARROW_ROLL : WIDE_ROLL;
  }
}
