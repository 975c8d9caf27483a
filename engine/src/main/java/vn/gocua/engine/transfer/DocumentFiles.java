package vn.gocua.engine.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.documents.store.DocumentStore;
import vn.gocua.engine.transfer.archive.DocumentPiece;
import vn.gocua.engine.transfer.archive.Fingerprint;
import vn.gocua.engine.transfer.archive.Progress;
import vn.gocua.engine.transfer.archive.RecordSource;
import vn.gocua.engine.transfer.archive.SectionKind;

/** The files beside a journal, read piece by piece and put together again elsewhere. */
final class DocumentFiles implements RecordSource<DocumentPiece> {
  private static final int PIECE = 192 * 1024;

  private final DocumentStore store;
  private final List<String> ids;

  private DocumentFiles(DocumentStore store, List<String> ids) {
    this.store = store;
    this.ids = ids;
  }

  /** All files that a store has now. */
  static DocumentFiles in(DocumentStore store) throws IOException {
    return new DocumentFiles(store, store.ids());
  }

  boolean isEmpty() {
    return ids.isEmpty();
  }

  @Override
  public long size() {
    return ids.size();
  }

  /** A file that was withdrawn meanwhile is passed over. */
  @Override
  public void read(Consumer<DocumentPiece> reader) {
    try {
      for (String id : ids) {
        Optional<Path> file = store.find(id);
        if (file.isPresent()) {
          read(id, file.get(), reader);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(String id, Path file, Consumer<DocumentPiece> reader)
      throws IOException {
    Base64.Encoder base64 = Base64.getEncoder();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] piece = in.readNBytes(PIECE);
      int part = 0;
      do {
        reader.accept(new DocumentPiece(id, part++, base64.encodeToString(piece)));
        piece = in.readNBytes(PIECE);
      } while (piece.length > 0);
    }
  }

  /**
   * Puts the files of a source into a store, and proves them. One that is there is written anew.
   *
   * @throws TransferFailed if the store then has other files
   */
  static void copy(
      RecordSource<DocumentPiece> source,
      Fingerprint expected,
      DocumentStore target,
      Progress progress)
      throws IOException {
    Set<String> ids = new HashSet<>();
    progress.begin("step.copying", expected.count());
    try (Writing writing = new Writing(target)) {
      source.read(piece -> {
        ids.add(piece.id());
        writing.take(piece);
        progress.advance(1);
      });
    }
    progress.end();
    RecordSource<DocumentPiece> written =
        new DocumentFiles(target, target.ids().stream().filter(ids::contains).toList());
    Fingerprint held = SectionKind.DOCUMENTS.survey(written, progress);
    if (!held.equals(expected)) {
      throw new TransferFailed(
          TransferFailed.Reason.EVENTS,
          "copy.different",
          expected.count(),
          held.count(),
          expected.hash(),
          held.hash(),
          "documents");
    }
  }

  /** Gathers the pieces of one file after the other. */
  private static final class Writing implements AutoCloseable {
    private final DocumentStore target;
    private @Nullable String id;
    private @Nullable Path file;
    private @Nullable OutputStream out;

    Writing(DocumentStore target) {
      this.target = target;
    }

    void take(DocumentPiece piece) {
      try {
        if (!piece.id().equals(id)) {
          close();
          refuseFolders(piece.id());
          id = piece.id();
          file = Files.createTempFile(target.incoming(), "copy", ".part");
          out = Files.newOutputStream(file);
        }
        if (out != null) {
          out.write(Base64.getDecoder().decode(piece.bytes()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Refuses names from an archive that lead out of the store's folder. */
    private static void refuseFolders(String name) throws IOException {
      if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
        throw new IOException("not a document's id: " + name);
      }
    }

    @Override
    public void close() throws IOException {
      if (out != null && file != null && id != null) {
        out.close();
        target.erase(id);
        target.keep(id, file);
      }
      out = null;
    }
  }
}
