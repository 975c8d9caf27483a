package vn.gocua.base.file;

import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A log file that only its owner may read, also after it was rolled over. Named in {@code
 * logback.xml}.
 *
 * @param <E> the log events
 */
public final class PrivateLogFile<E> extends RollingFileAppender<E> {
  /** Opens the file with its owner's permissions only, whatever the umask. */
  @Override
  public void openFile(String name) throws IOException {
    Path file = Path.of(name).toAbsolutePath();
    var _ = PrivateFile.folder(file.resolveSibling(""));
    PrivateFile.claim(file);
    super.openFile(name);
  }
}
