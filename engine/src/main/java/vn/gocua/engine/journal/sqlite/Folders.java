package vn.gocua.engine.journal.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Operations on folders. */
public final class Folders {
  private Folders() {}

  /** Makes a new name in a folder durable, where the system lets folders be opened for that. */
  public static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException _) {
      // Windows does not; there a name is as durable as it makes names.
    }
  }
}
