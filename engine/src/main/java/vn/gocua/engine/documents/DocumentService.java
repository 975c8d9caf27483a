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
 * Hands documents out. Who has a document's token may fetch it; the token is derived from the id,
 * so that nobody can guess it and the journal does not hold it.
 */
final class DocumentService {
  private static final int TOKEN_BYTES = 16;

  /** What a node was not told, it finds by itself. */
  private static final Duration RESYNC = Duration.ofSeconds(30);

  private final RememberedRepository<DocumentFact, SharedDocument> documents;
  private final DocumentStore store;
  private final Function<String, byte[]> secrets;
  private final Clock clock;
  private final Map<String, String> idsByToken = new ConcurrentHashMap<>();

  /** Who tries tokens that nobody has does not have the journal asked each time. */
  private final RateLimiter lookups = new RateLimiter(5, Duration.ofSeconds(1));

  private final Map<String, Integer> fetched = new ConcurrentHashMap<>();

  /**
   * Reads which documents there are. Blocks.
   *
   * @param secrets at least 16 bytes for every id that nobody else can tell
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
                repositories.campaign() + "/document/", DocumentFact.FACTS, SharedDocument::evolve),
            "documents",
            RESYNC);
    documents.onChange(change -> idsByToken.put(token(change.key()), change.key()));
  }

  /** Reads into memory what the journal holds. Blocks. */
  void load() {
    documents.load();
  }

  DocumentStore store() {
    return store;
  }

  /** A file that has come in whole. */
  record Upload(String id, String name, Path file, Instant until, String by) {}

  /** Hands a file out; empty if it is of no kind that is. The file lies safe before it is known. */
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

  /** Takes a document back and erases its file; empty if there is none. Blocks. */
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

  /** What lets fetch a document. */
  String token(String id) {
    byte[] secret = Arrays.copyOf(secrets.apply(id), TOKEN_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** What a token stands for. */
  sealed interface Lookup {
    /** To be fetched. */
    record Found(SharedDocument document, Path file) implements Lookup {}

    /** It was handed out once. */
    record Expired() implements Lookup {}

    /** Nothing of that token was ever handed out. */
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

  /** Somebody fetched a document from its beginning. Does not block. */
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
