package vn.gocua.system.chaos.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A wrong wall clock for one process: a few lines of C that stand before the system's own. Needs
 * Linux and a C compiler.
 */
final class SkewedClock {
  private static final String SOURCE =
      """
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <stdlib.h>
      #include <sys/time.h>
      #include <time.h>

      static long off(void) { return atol(getenv("GOCUA_CHAOS_CLOCK")); }

      int clock_gettime(clockid_t clock, struct timespec *now) {
        static int (*real)(clockid_t, struct timespec *);
        if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
        int result = real(clock, now);
        if (result == 0 && clock == CLOCK_REALTIME) now->tv_sec += off();
        return result;
      }

      int gettimeofday(struct timeval *restrict now, void *restrict zone) {
        static int (*real)(struct timeval *, void *);
        if (!real) real = dlsym(RTLD_NEXT, "gettimeofday");
        int result = real(now, zone);
        if (result == 0) now->tv_sec += off();
        return result;
      }
      """;

  private SkewedClock() {}

  /** The environment of a process whose clock is so far off; empty where it can't be made. */
  static Optional<Map<String, String>> off(Path folder, Duration by) {
    Path source = folder.resolve("clock.c");
    Path library = folder.resolve("clock.so");
    try {
      Files.writeString(source, SOURCE);
      Commands.run(
          "cc", "-shared", "-fPIC", "-O1", "-o", library.toString(), source.toString(), "-ldl");
      return Optional.of(
          Map.of(
              "LD_PRELOAD",
              library.toString(),
              "GOCUA_CHAOS_CLOCK",
              String.valueOf(by.toSeconds())));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
