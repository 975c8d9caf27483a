package vn.gocua.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.journal.DamagedJournal;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.JournalUnavailable;
import vn.gocua.engine.journal.sqlite.FolderLock;
import vn.gocua.engine.journal.sqlite.SqliteSnapshot;

@Tag("slow")
class MoveTest {
  private static final List<Event> EVENTS = Sample.events("mot", 3000);

  @TempDir private Path folder;
  private Path from;
  private Path to;
  private Path unfinished;

  @BeforeEach
  void nameThePlaces() throws IOException {
    from = Files.createDirectory(folder.resolve("from")).resolve("journal.db");
    to = Files.createDirectory(folder.resolve("to")).resolve("journal.db");
    unfinished = to.resolveSibling("journal.db.unfinished");
  }

  private Run move() {
    return Run.move("sqlite:" + from, "sqlite:" + to);
  }

  @Test
  void shouldMoveEveryEventInItsOrderAndLeaveTheSourceAsItWas() {
    Sample.journal(from, EVENTS);
    Run run = move();
    run.expect(0);
    assertThat(run.out()).contains("XONG", "3.074");
    assertThat(Sample.read(to)).isEqualTo(EVENTS);
    assertThat(Sample.read(from)).isEqualTo(EVENTS);
    assertThat(unfinished).doesNotExist();
  }

  @Test
  void shouldTakeAFolderForTheJournalInIt() {
    Sample.journal(from, EVENTS);
    assertThat(
            Run.move("sqlite:" + from.resolveSibling(""), "sqlite:" + to.resolveSibling("")).code())
        .isZero();
    assertThat(Sample.read(to)).isEqualTo(EVENTS);
  }

  @Test
  void shouldMoveTheVaultToo() {
    Sample.journal(from, EVENTS);
    Sample.vault(from, 12);
    assertThat(move().expect(0).out()).contains("bring it along");
    assertThat(Sample.readVault(to)).hasSize(12).isEqualTo(Sample.readVault(from));
  }

  @Test
  void shouldNotTouchAVaultThatIsThere() {
    Sample.journal(from, EVENTS);
    Sample.vault(from, 12);
    Sample.vault(to, 5);
    assertThat(move().expect(3).out()).contains("vault");
    assertThat(Sample.readVault(to)).hasSize(5);
    assertThat(to).doesNotExist();
  }

  @Test
  void shouldGoOnAfterItWasKilled() throws Exception {
    List<Event> many = Sample.events("mot", 100_000);
    Sample.journal(from, many);
    Path output = folder.resolve("output.txt");
    Process process = Run.begin(output, "move", "--from", "sqlite:" + from, "--to", "sqlite:" + to);
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(5))
        .failFast("it was done before it could be killed", () -> !process.isAlive())
        .until(() -> sizeOf(unfinished) > 5_000);
    process.destroyForcibly().waitFor();
    assertThat(to).doesNotExist();
    long copied = sizeOf(unfinished);
    assertThat(copied).isBetween(5_000L, many.size() - 1L);

    Run again = move();
    again.expect(0);
    assertThat(again.out()).contains("Lần trước đã chép");
    assertThat(Sample.read(to)).isEqualTo(many);
  }

  private static long sizeOf(Path file) {
    if (!Files.exists(file)) {
      return 0;
    }
    try (SqliteSnapshot snapshot = SqliteSnapshot.of(file)) {
      return snapshot.size();
    } catch (DamagedJournal | JournalUnavailable _) {
      return 0; // just being made
    }
  }

  @Test
  void shouldNotTouchAStoreThatHoldsAJournal() {
    Sample.journal(from, EVENTS);
    List<Event> others = Sample.events("hai", 10);
    Sample.journal(to, others);
    Run run = move();
    run.expect(3);
    assertThat(run.out()).contains("đã có sổ", to.toString());
    assertThat(Sample.read(to)).isEqualTo(others);
  }

  @Test
  void shouldNotPutAFileBesideAWalThatIsNotItsOwn() throws IOException {
    Sample.journal(from, EVENTS);
    Path wal = Files.writeString(to.resolveSibling("journal.db-wal"), "left behind");
    move().expect(3);
    assertThat(wal).hasContent("left behind");
    assertThat(to).doesNotExist();
  }

  @Test
  void shouldNotGoOnWithAnotherJournalsUnfinishedCopy() {
    Sample.journal(from, EVENTS);
    List<Event> others = Sample.events("hai", 10);
    Sample.journal(unfinished, others);
    Run run = move();
    run.expect(3);
    assertThat(Sample.read(unfinished)).isEqualTo(others);
    assertThat(to).doesNotExist();
  }

  @Test
  void shouldNotGoOnWithACopyThatHasLivedOn() {
    Sample.journal(from, EVENTS);
    List<Event> more = new ArrayList<>(EVENTS.subList(0, 100));
    more.add(new Event("later", "journal", "note/1", "{}", "{}"));
    Sample.journal(unfinished, more);
    Run run = move();
    run.expect(3);
    assertThat(run.out()).contains("có 1 sự kiện không thuộc sổ này");
    assertThat(Sample.read(unfinished)).isEqualTo(more);
  }

  @Test
  void shouldNameTheEventThatIsThereWithOtherContent() {
    Sample.journal(from, EVENTS);
    Event last = EVENTS.get(99);
    List<Event> altered = new ArrayList<>(EVENTS.subList(0, 99));
    altered.add(
        new Event(last.id(), last.stream(), last.type(), last.content(), "{\"by\":\"another\"}"));
    Sample.journal(unfinished, altered);
    Run run = move();
    run.expect(3);
    assertThat(run.out()).contains(last.id());
    assertThat(Sample.read(unfinished)).isEqualTo(altered);
  }

  @Test
  void shouldNotMoveAJournalThatAnEngineIsUsing() throws IOException {
    Sample.journal(from, EVENTS);
    try (FolderLock engine = FolderLock.tryHold(from.resolveSibling("")).orElseThrow()) {
      assertThat(engine).isNotNull();
      Run run = move();
      run.expect(3);
      assertThat(run.out()).contains("đang dùng thư mục", from.resolveSibling("").toString());
      assertThat(unfinished).doesNotExist();
    }
    move().expect(0);
  }

  @Test
  void shouldSayWhatIsWrongWithItsArguments() {
    move().expect(2);
    assertThat(from.resolveSibling("").resolve("engine.lock")).doesNotExist();
    Run.move("postgres:x", "sqlite:" + to).expect(2);
    Run.move("mongodb://", "sqlite:" + to).expect(2);
    Sample.journal(from, EVENTS);
    Run.move("sqlite:" + from, "sqlite:" + from).expect(2);
    Run.of(new MoveCommand(), "--from", "sqlite:" + from).expect(2);
  }

  @Test
  void shouldRefuseAFileThatIsNoJournal() throws IOException {
    Files.writeString(from, "this is not a database, and never was one".repeat(40));
    Run run = move();
    run.expect(5);
    assertThat(run.out()).contains(from.toString());
    assertThat(unfinished).doesNotExist();
  }

  @Test
  void shouldReadAStoreFromAFileSoThatNoPasswordShowsInTheListOfProcesses() throws IOException {
    Sample.journal(from, EVENTS);
    Path named = Files.writeString(folder.resolve("target"), "sqlite:" + to + "\n");
    Run.move("sqlite:" + from, "@" + named).expect(0);
    assertThat(Sample.read(to)).isEqualTo(EVENTS);
  }
}
