package vn.gocua.engine.documents.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.gocua.base.file.PrivateFile;

/** Files in a folder under the data folder, named by ids and never by users. */
public final class FolderStore implements DocumentStore {
  private final Path folder;

  public FolderStore(Path folder) {
    this.folder = folder;
  }

  @Override
  public Path incoming() throws IOException {
    return PrivateFile.folder(folder.resolve("incoming"));
  }

  @Override
  public void keep(String id, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(file, folder.resolve(id), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public Optional<Path> find(String id) {
    Path file = folder.resolve(id);
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  @Override
  public List<String> ids() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .sorted()
          .toList();
    }
  }

  @Override
  public void erase(String id) throws IOException {
    Files.deleteIfExists(folder.resolve(id));
  }
}
