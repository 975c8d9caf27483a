package vn.gocua.engine.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.checkin.ExportState;

/**
 * Progress of running exports, for the account that asked. Kept on this engine only, and for a
 * while after the end; the oldest are dropped first.
 */
final class ExportProgress {
  private static final int MOST = 64;
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z-]{8,64}");

  private final Map<String, ExportState> exports = new LinkedHashMap<>();

  /** Receives every part that is written. */
  @FunctionalInterface
  public interface Watcher {
    Watcher NOBODY = (_, _) -> {};

    void written(int done, int of);
  }

  /**
   * Starts to watch an export.
   *
   * @param name chosen by the caller; null or invalid: not watched
   */
  Watcher watch(String account, @Nullable String name) {
    if (name == null || !NAME.matcher(name).matches()) {
      return Watcher.NOBODY;
    }
    String key = account + "/" + name;
    put(key, new ExportState(0, 0));
    return (done, of) -> put(key, new ExportState(done, of));
  }

  private synchronized void put(String key, ExportState progress) {
    exports.put(key, progress);
    while (exports.size() > MOST) {
      exports.remove(exports.keySet().iterator().next());
    }
  }

  /** Empty if no export of this account has that name. */
  synchronized Optional<ExportState> of(String account, String name) {
    return Optional.ofNullable(exports.get(account + "/" + name));
  }
}
