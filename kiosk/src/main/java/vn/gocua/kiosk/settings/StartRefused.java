package vn.gocua.kiosk.settings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.gocua.kiosk.text.Texts;

/** The kiosk cannot start. Names every problem at once, in Vietnamese and then in English. */
public final class StartRefused extends Exception {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // Problems are records of strings; nobody sends this anywhere.
  private final List<Problem> problems;

  public StartRefused(List<Problem> problems) {
    super(Texts.LOCALES.stream().map(l -> in(l, problems)).collect(Collectors.joining("\n\n")));
    this.problems = List.copyOf(problems);
  }

  /** The port is held by someone else. */
  public static StartRefused portTaken(String host, int port) {
    return new StartRefused(List.of(Problem.of("port-taken", host, String.valueOf(port))));
  }

  /** The address is none of this machine's. */
  public static StartRefused cannotListen(String host, int port, String reason) {
    return new StartRefused(
        List.of(Problem.of("cannot-listen", host, String.valueOf(port), reason)));
  }

  public List<Problem> problems() {
    return problems;
  }

  private static String in(Locale locale, List<Problem> problems) {
    return problems.stream()
        .map(p -> "\n  • " + p.in(locale))
        .collect(Collectors.joining("", Texts.in(locale).get("start.refused"), ""));
  }
}
