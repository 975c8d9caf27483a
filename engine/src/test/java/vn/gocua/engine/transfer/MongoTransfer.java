package vn.gocua.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.documents.mongo.GridFsStore;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.mongo.MongoJournal;

/** What holds for a MongoDB, whichever. */
abstract class MongoTransfer {
  private static final List<Event> EVENTS = Sample.events("mot", 3000);

  @TempDir private Path folder;

  private String key() {
    Path key = folder.resolve("vault.key");
    return (Files.exists(key) ? key : Sample.key(key)).toString();
  }

  /** Of an empty database. */
  abstract String uri();

  private Path file(String name) {
    return folder.resolve(name).resolve("journal.db");
  }

  private List<Event> held() {
    List<Event> events = new ArrayList<>();
    try (Journal journal = MongoJournal.open(uri(), Clock.systemUTC())) {
      journal.readAll("", events::add);
    }
    return events;
  }

  private static Map<String, List<Event>> byStream(List<Event> events) {
    TreeMap<String, List<Event>> streams = new TreeMap<>();
    events.forEach(
        event -> streams.computeIfAbsent(event.stream(), _ -> new ArrayList<>()).add(event));
    return streams;
  }

  @Test
  void shouldMoveToMongoAndBackWithEveryStreamInItsOrder() {
    Sample.journal(file("from"), EVENTS);
    Run there = Run.move("sqlite:" + file("from"), uri());
    there.expect(0);
    assertThat(there.out()).contains("không thể biết còn động cơ nào đang ghi");
    assertThat(byStream(held())).isEqualTo(byStream(EVENTS));

    Run.move(uri(), "sqlite:" + file("back")).expect(0);
    assertThat(byStream(Sample.read(file("back")))).isEqualTo(byStream(EVENTS));
  }

  @Test
  void shouldNotTouchADatabaseThatHoldsAJournal() {
    Sample.journal(file("from"), EVENTS);
    List<Event> others = Sample.events("hai", 10);
    try (Journal journal = MongoJournal.open(uri(), Clock.systemUTC())) {
      journal.append(others);
    }
    Run.move("sqlite:" + file("from"), uri()).expect(3);
    assertThat(held()).containsExactlyInAnyOrderElementsOf(others);
  }

  @Test
  void shouldTakeADatabaseWhereAnEngineFoundNothingYet() {
    Sample.journal(file("from"), EVENTS);
    assertThat(held()).isEmpty();
    Run.move("sqlite:" + file("from"), uri()).expect(0);
    assertThat(held()).hasSameSizeAs(EVENTS);
  }

  @Test
  void shouldMakeNothingAJournalBeforeItIsWhole() {
    Sample.journal(file("from"), EVENTS);
    try (Stores stores = new Stores(Clock.systemUTC())) {
      stores.target(new Location.Mongo(uri())).journal().append(EVENTS.subList(0, 500));
    }
    assertThat(held()).isEmpty();
    Run run = Run.move("sqlite:" + file("from"), uri());
    run.expect(0);
    assertThat(run.out()).contains("đã chép 500 sự kiện");
    assertThat(byStream(held())).isEqualTo(byStream(EVENTS));
  }

  @Test
  void shouldNotGoOnWithAnotherJournalsUnfinishedCopy() {
    Sample.journal(file("from"), EVENTS);
    try (Stores stores = new Stores(Clock.systemUTC())) {
      stores
          .target(new Location.Mongo(uri()))
          .journal()
          .append(List.of(new Event("stranger", "s", "t/1", "{}", "{}")));
    }
    Run.move("sqlite:" + file("from"), uri()).expect(3);
    assertThat(held()).isEmpty();
  }

  @Test
  void shouldBackUpAndRestore() {
    try (Journal journal = MongoJournal.open(uri(), Clock.systemUTC())) {
      journal.append(EVENTS);
    }
    Path archive = folder.resolve("backup.zip");
    Run.backup(archive, uri(), "--key", key()).expect(0);
    Run occupied = Run.restore(archive, uri(), "--key", key());
    occupied.expect(3);
    Run.restore(archive, "sqlite:" + file("restored"), "--key", key()).expect(0);
    assertThat(Sample.read(file("restored")))
        .usingElementComparator(Comparator.comparing(Event::id))
        .containsExactlyInAnyOrderElementsOf(EVENTS);
    assertThat(Sample.recount(Sample.read(file("restored")))).isEqualTo(Sample.recount(EVENTS));
  }

  @Test
  void shouldTakeTheVaultThereAndBack() {
    Sample.journal(file("from"), EVENTS);
    Sample.vault(file("from"), 25);
    Run.move("sqlite:" + file("from"), uri()).expect(0);
    Path archive = folder.resolve("backup.zip");
    Run.backup(archive, uri(), "--key", key()).expect(0);
    Run.restore(archive, "sqlite:" + file("back"), "--key", key()).expect(0);
    assertThat(Sample.readVault(file("back")))
        .hasSize(25)
        .isEqualTo(Sample.readVault(file("from")));
  }

  @Test
  void shouldTakeTheDocumentsThereAndBack() throws IOException {
    Sample.journal(file("from"), EVENTS);
    Map<String, byte[]> files = Sample.documents(file("from"));
    Run.move("sqlite:" + file("from"), uri()).expect(0);
    try (GridFsStore store = GridFsStore.open(uri(), folder.resolve("copies"))) {
      assertThat(store.ids()).containsExactlyElementsOf(files.keySet());
      for (String id : files.keySet()) {
        assertThat(store.find(id).orElseThrow()).hasBinaryContent(files.get(id));
      }
    }
    Run.move(uri(), "sqlite:" + file("back")).expect(0);
    files.forEach((id, bytes) ->
        assertThat(file("back").resolveSibling("documents").resolve(id)).hasBinaryContent(bytes));
  }

  @Test
  void shouldRestoreIntoMongo() {
    Sample.journal(file("from"), EVENTS);
    Path archive = folder.resolve("backup.zip");
    Run.backup(archive, "sqlite:" + file("from"), "--key", key()).expect(0);
    Run.restore(archive, uri(), "--key", key()).expect(0);
    assertThat(byStream(held())).isEqualTo(byStream(EVENTS));
  }
}
