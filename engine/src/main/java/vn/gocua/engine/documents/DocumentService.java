package vn.gocua.engine.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import vn.gocua.engine.documents.DocumentFact.DocumentFetched;
import vn.gocua.engine.documents.DocumentFact.DocumentShared;
import vn.gocua.engine.documents.DocumentFact.DocumentWithdrawn;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.rights.RateLimiter;
import vn.gocua.engine.state.Repository;
import vn.gocua.engine.state.StreamKind;
import vn.gocua.engine.state.Versioned;

/**
 * Hands documents out. Who has a document's token may fetch it; the token is derived from the id,
 * so that nobody can guess it and the journal does not hold it. Calls block.
 */
public final class DocumentService {
  private static final int TOKEN_BYTES = 16;

  private final Repository<DocumentFact, SharedDocument> documents;
  private final DocumentStore store;
  private final Function<String, byte[]> secrets;
  private final Clock clock;
  private final Map<String, String> idsByToken = new ConcurrentHashMap<>();

  /** Who tries tokens that nobody has does not have all documents looked through each time. */
  private final RateLimiter looks = new RateLimiter(5, Duration.ofSeconds(1));

  private final Map<String, Integer> fetched = new ConcurrentHashMap<>();

  /**
   * @param secrets at least 16 bytes for every id that nobody else can tell
   * @param clock the campaign's time
   */
  public DocumentService(
      String campaign,
      Journal journal,
      GroupCommit commit,
      DocumentStore store,
      Function<String, byte[]> secrets,
      Clock clock) {
    this.documents =
        new Repository<>(
            new StreamKind<>(campaign + "/document/", DocumentFact.FACTS, SharedDocument::evolve),
            journal,
            commit);
    this.store = store;
    this.secrets = secrets;
    this.clock = clock;
  }

  public DocumentStore store() {
    return store;
  }

  /** A file that has come in whole. */
  public record Upload(String id, String name, Path file, Instant until, String by) {}

  /** Hands a file out; empty if it is of no kind that is. The file lies safe before it is known. */
  public Optional<SharedDocument> share(Upload upload) throws IOException {
    FileKind kind = FileKind.of(head(upload.file())).orElse(null);
    if (kind == null) {
      return Optional.empty();
    }
    long size = Files.size(upload.file());
    store.keep(upload.id(), upload.file());
    idsByToken.put(token(upload.id()), upload.id());
    return Optional.ofNullable(
        documents
            .append(
                upload.id(),
                there ->
                    there != null
                        ? null
                        : new DocumentShared(
                            upload.id(),
                            kind.named(upload.name()),
                            kind.mediaType(),
                            size,
                            upload.until(),
                            upload.by(),
                            clock.instant()))
            .state());
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(FileKind.HEAD);
    }
  }

  /** Takes a document back and erases its file; empty if there is none. */
  public Optional<SharedDocument> withdraw(String id, String by) throws IOException {
    SharedDocument after =
        documents
            .append(
                id,
                there ->
                    there == null || there.withdrawn()
                        ? null
                        : new DocumentWithdrawn(by, clock.instant()))
            .state();
    if (after != null) {
      store.erase(id);
    }
    return Optional.ofNullable(after);
  }

  /** All documents there ever were, latest first. */
  public List<SharedDocument> all() {
    List<SharedDocument> all = new ArrayList<>();
    for (Versioned<SharedDocument> now : documents.readAll().values()) {
      SharedDocument document = now.state();
      if (document != null) {
        all.add(document);
      }
    }
    all.sort(Comparator.comparing(SharedDocument::sharedAt).reversed());
    return all;
  }

  /** What lets fetch a document. */
  public String token(String id) {
    byte[] secret = Arrays.copyOf(secrets.apply(id), TOKEN_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** What a token stands for. */
  public sealed interface Found {
    /** To be fetched. */
    record Here(SharedDocument document, Path file) implements Found {}

    /** It was handed out once. */
    enum Otherwise implements Found {
      OVER,
      NEVER
    }
  }

  public Found find(String token) throws IOException {
    String id = idsByToken.get(token);
    if (id == null && looks.take("").isZero()) {
      lookThrough();
      id = idsByToken.get(token);
    }
    SharedDocument document = id == null ? null : documents.read(id).state();
    if (document == null) {
      return Found.Otherwise.NEVER;
    }
    if (!document.isHandedOut(clock.instant())) {
      return Found.Otherwise.OVER;
    }
    return store
        .find(document.id())
        .<Found>map(file -> new Found.Here(document, file))
        .orElse(Found.Otherwise.OVER);
  }

  private void lookThrough() {
    documents.readAll().keySet().forEach(key -> idsByToken.put(token(key), key));
  }

  /** Somebody fetched a document from its beginning. Does not block. */
  public void fetched(String id) {
    fetched.merge(id, 1, Integer::sum);
  }

  /** Fetches that have not been put on record yet. */
  public int waiting(String id) {
    return fetched.getOrDefault(id, 0);
  }

  /**
   * Puts on record how often documents were fetched, and erases the files of those that are over.
   *
   * @param sure whether the clock is to be relied on: nothing is erased by one that may be wrong
   */
  public void tidy(boolean sure) {
    lookThrough();
    for (String id : List.copyOf(fetched.keySet())) {
      int times = Objects.requireNonNullElse(fetched.remove(id), 0);
      if (times > 0) {
        var _ =
            documents.append(
                id, there -> there == null ? null : new DocumentFetched(times, clock.instant()));
      }
    }
    for (SharedDocument document : sure ? all() : List.<SharedDocument>of()) {
      if (!document.isHandedOut(clock.instant())) {
        try {
          store.erase(document.id());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
