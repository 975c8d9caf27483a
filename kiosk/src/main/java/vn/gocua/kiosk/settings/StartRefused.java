package vn.gocua.kiosk.settings;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gocua.base.console.Console;
import vn.gocua.base.settings.InvalidConfig;

/** The kiosk cannot start. The message says why and what to do, in Vietnamese and in English. */
public final class StartRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private StartRefused(String why) {
    super(why);
  }

  /** Settings are wrong: every mistake at once. */
  public static StartRefused misconfigured(InvalidConfig mistakes) {
    return new StartRefused(
        Stream.concat(
                Stream.of(Console.text("kiosk.refused")),
                mistakes.mistakes().stream().map(mistake -> "  • " + mistake))
            .collect(Collectors.joining("\n")));
  }

  /** The port is held by someone else. */
  public static StartRefused portTaken(String host, int port) {
    return because("kiosk.port-taken", host, String.valueOf(port));
  }

  /** The address is none of this machine's. */
  public static StartRefused cannotListen(String host, int port, String reason) {
    return because("kiosk.cannot-listen", host, String.valueOf(port), reason);
  }

  private static StartRefused because(String key, Object... arguments) {
    return new StartRefused(
        Console.text("kiosk.refused") + "\n  • " + Console.text(key, arguments));
  }
}
