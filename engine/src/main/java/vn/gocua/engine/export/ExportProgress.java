package vn.gocua.engine.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far exports have come that are being written, for whoever asked for them. Known to this
 * engine only, and for a while after the end; the oldest are forgotten first.
 */
public final class ExportProgress {
  private static final int MOST = 64;
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z-]{8,64}");

  private final Map<String, Progress> exports = new LinkedHashMap<>();

  /**
   * Parts of an export, each a team's day.
   *
   * @param done of them written so far
   */
  public record Progress(int done, int of) {
    static final Progress NONE = new Progress(0, 0);
  }

  /** Is told of every part that is written. */
  @FunctionalInterface
  public interface Watcher {
    Watcher NOBODY = (_, _) -> {};

    void written(int done, int of);
  }

  /**
   * Watches an export from now on.
   *
   * @param name chosen by whoever asks; null, or unfit, if nobody wants to know
   */
  Watcher watch(String account, @Nullable String name) {
    if (name == null || !NAME.matcher(name).matches()) {
      return Watcher.NOBODY;
    }
    String key = account + "/" + name;
    put(key, Progress.NONE);
    return (done, of) -> put(key, new Progress(done, of));
  }

  private synchronized void put(String key, Progress progress) {
    exports.put(key, progress);
    while (exports.size() > MOST) {
      exports.remove(exports.keySet().iterator().next());
    }
  }

  /** Empty if no export of this account has that name. */
  synchronized Optional<Progress> of(String account, String name) {
    return Optional.ofNullable(exports.get(account + "/" + name));
  }
}
