package vn.gocua.engine.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import vn.gocua.engine.documents.store.DocumentStore;
import vn.gocua.engine.rights.RateLimiter;
import vn.gocua.engine.state.RememberedRepository;
import vn.gocua.engine.state.Repositories;
import vn.gocua.engine.state.StreamKind;

/**
 * Shares documents by secret tokens. A token derives from the document's id and a secret: it can't
 * be guessed, and the journal does not hold it.
 */
final class DocumentService {
  private static final int TOKEN_BYTES = 16;

  /** Period of the resync with the journal, in case a message of another node was lost. */
  private static final Duration RESYNC = Duration.ofSeconds(30);

  private final RememberedRepository<DocumentFact, SharedDocument> documents;
  private final DocumentStore store;
  private final Function<String, byte[]> secrets;
  private final Clock clock;
  private final Map<String, String> idsByToken = new ConcurrentHashMap<>();

  /** Limits the journal's reads for unknown tokens. */
  private final RateLimiter lookups = new RateLimiter(5, Duration.ofSeconds(1));

  private final Map<String, Integer> fetched = new ConcurrentHashMap<>();

  /**
   * Reads the list of documents. Blocks.
   *
   * @param secrets gives at least 16 secret bytes for an id
   * @param clock the campaign's time
   */
  DocumentService(
      Repositories repositories,
      DocumentStore store,
      Function<String, byte[]> secrets,
      Clock clock) {
    this.store = store;
    this.secrets = secrets;
    this.clock = clock;
    this.documents =
        repositories.remembered(
            new StreamKind<>(
                repositories.campaign() + "/document/",
                DocumentFact.FACTS,
                SharedDocument::evolve,
                DocumentTold::told),
            "documents",
            RESYNC);
    documents.onChange(change -> idsByToken.put(token(change.key()), change.key()));
  }

  /** Loads the list from the journal into memory. Blocks. */
  void load() {
    documents.load();
  }

  DocumentStore store() {
    return store;
  }

  /** A completely uploaded file. */
  record Upload(String id, String name, Path file, Instant until, String by) {}

  /** Shares a file; empty if its kind is not allowed. The file is stored before the fact. */
  Optional<SharedDocument> share(Upload upload) throws IOException {
    FileKind kind = FileKind.of(head(upload.file())).orElse(null);
    if (kind == null) {
      return Optional.empty();
    }
    long size = Files.size(upload.file());
    store.keep(upload.id(), upload.file());
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

  /** Withdraws a document and erases its file; empty if there is none. Blocks. */
  Optional<SharedDocument> withdraw(String id, String by) throws IOException {
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

  /** All documents there ever were, latest first. Does not block. */
  List<SharedDocument> all() {
    return documents.all().stream()
        .sorted(Comparator.comparing(SharedDocument::sharedAt).reversed())
        .toList();
  }

  /** Token for downloading a document. */
  String token(String id) {
    byte[] secret = Arrays.copyOf(secrets.apply(id), TOKEN_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** Result of looking a token up. */
  sealed interface Lookup {
    /** To be fetched. */
    record Found(SharedDocument document, Path file) implements Lookup {}

    /** The document was shared once. */
    record Expired() implements Lookup {}

    /** No document ever had that token. */
    record Unknown() implements Lookup {}
  }

  /** Looks a token up. Blocks. */
  Lookup find(String token) throws IOException {
    String id = idsByToken.get(token);
    if (id == null && lookups.take("").isZero()) {
      documents.resync();
      id = idsByToken.get(token);
    }
    SharedDocument document = id == null ? null : documents.get(id);
    if (document == null) {
      return new Lookup.Unknown();
    }
    if (!document.isHandedOut(clock.instant())) {
      return new Lookup.Expired();
    }
    return store
        .find(document.id())
        .<Lookup>map(file -> new Lookup.Found(document, file))
        .orElseGet(Lookup.Expired::new);
  }

  /** Counts a download that began at the start of the file. Does not block. */
  void fetched(String id) {
    fetched.merge(id, 1, Integer::sum);
  }

  /** Fetches that have not been put on record yet. */
  int waiting(String id) {
    return fetched.getOrDefault(id, 0);
  }

  /**
   * Puts on record how often documents were fetched, and erases the files of those that are over.
   *
   * @param sure whether the clock is to be relied on: nothing is erased by one that may be wrong
   */
  void cleanUp(boolean sure) {
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
