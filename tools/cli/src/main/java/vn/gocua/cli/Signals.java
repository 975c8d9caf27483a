package vn.gocua.cli;

import java.lang.reflect.Proxy;
import java.util.List;

/** Handles Ctrl-C and other signals. A JDK hook at exit would miss a second Ctrl-C. */
final class Signals {
  private Signals() {}

  /** Does this from now on instead of ending; every signal does it, on a thread of its own. */
  static void handle(Runnable work) {
    for (String name : List.of("INT", "TERM", "HUP")) {
      try {
        // By reflection: the compiler warns of these types, and no annotation silences it.
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object handling =
            Proxy.newProxyInstance(
                Signals.class.getClassLoader(),
                new Class<?>[] {handler},
                (_, _, _) -> {
                  work.run();
                  return null;
                });
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
      } catch (ReflectiveOperationException _) {
        // Windows has no HUP.
      }
    }
  }
}
