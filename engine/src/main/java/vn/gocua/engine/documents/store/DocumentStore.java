package vn.gocua.engine.documents.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Stores the documents' files. Calls block. */
public interface DocumentStore {

  /** A folder for unfinished uploads. */
  Path incoming() throws IOException;

  /** Stores a whole file, durably. Moves the given file. */
  void keep(String id, Path file) throws IOException;

  /** The file on this machine, to be read; empty if there is none. */
  Optional<Path> find(String id) throws IOException;

  /** The ids of all files that are kept, sorted. */
  List<String> ids() throws IOException;

  /** Erases a file; again: nothing changes. */
  void erase(String id) throws IOException;
}
