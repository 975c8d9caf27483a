package vn.gocua.engine.documents.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the files lie. Calls block. */
public interface DocumentStore {

  /** A folder for files that are on their way in. */
  Path incoming() throws IOException;

  /** Takes a whole file; durable when it returns. The file given is gone then. */
  void keep(String id, Path file) throws IOException;

  /** The file on this machine, to be read; empty if there is none. */
  Optional<Path> find(String id) throws IOException;

  /** The ids of all files that are kept, sorted. */
  List<String> ids() throws IOException;

  /** Erases a file; again: nothing changes. */
  void erase(String id) throws IOException;
}
