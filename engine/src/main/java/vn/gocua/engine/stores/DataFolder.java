package vn.gocua.engine.stores;

import java.io.IOException;
import java.nio.file.Path;
import vn.gocua.base.console.Console;
import vn.gocua.base.file.PrivateFolder;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.journal.sqlite.FolderLock;

/** The folder of the embedded store, held by one engine at a time. */
public final class DataFolder implements AutoCloseable {
  private final FolderLock lock;

  private DataFolder(FolderLock lock) {
    this.lock = lock;
  }

  /**
   * Makes the folder, closes it to all but its owner, and locks it until closed or until the
   * process dies.
   *
   * @throws StartRefused if another engine holds it, or it cannot be written
   */
  public static DataFolder hold(Path folder) {
    try {
      DataFolder held =
          new DataFolder(
              FolderLock.tryHold(folder)
                  .orElseThrow(() ->
                      new StartRefused(
                          StartRefused.Reason.ALREADY_RUNNING,
                          Console.text("start.already-running", folder))));
      PrivateFolder.shut(folder);
      return held;
    } catch (IOException e) {
      throw new StartRefused(
          StartRefused.Reason.CONFIGURATION,
          Console.text("start.data-not-writable", folder, String.valueOf(e.getMessage())));
    }
  }

  @Override
  public void close() {
    lock.close();
  }
}
