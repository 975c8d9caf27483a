package vn.gocua.base.file;

import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A log's file that nobody but its owner may read, also after it was rolled over. Named in {@code
 * logback.xml}.
 *
 * @param <E> what is logged
 */
public final class PrivateLogFile<E> extends RollingFileAppender<E> {
  /** Opens the file, whatever the process's umask says. */
  @Override
  public void openFile(String name) throws IOException {
    Path file = Path.of(name).toAbsolutePath();
    var _ = PrivateFile.folder(file.resolveSibling(""));
    PrivateFile.claim(file);
    super.openFile(name);
  }
}
