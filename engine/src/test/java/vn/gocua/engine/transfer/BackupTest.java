package vn.gocua.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.sqlite.FolderLock;
import vn.gocua.engine.journal.sqlite.SqliteJournal;

/** Backup and restore of the embedded store. */
@Tag("slow")
class BackupTest {
  private static final List<Event> EVENTS = Sample.events("mot", 3000);

  @TempDir private Path folder;
  private Path journal;
  private Path file;
  private Path restored;

  @BeforeEach
  void nameThePlaces() throws IOException {
    journal = Files.createDirectory(folder.resolve("data")).resolve("journal.db");
    file = folder.resolve("backup.zip");
    restored = folder.resolve("restored").resolve("journal.db");
    Files.copy(Sample.key(folder.resolve("data.vault.key")), folder.resolve("restored.vault.key"));
  }

  private Run backup() {
    return Run.backup(file, "sqlite:" + journal);
  }

  private Run restore() {
    return Run.restore(file, "sqlite:" + restored);
  }

  @Test
  void shouldRestoreWhatWasBackedUp() {
    Sample.journal(journal, EVENTS);
    backup().expect(0);
    Run run = restore();
    run.expect(0);
    assertThat(run.out()).contains("thu-nghiem", "3.074 sự kiện");
    assertThat(Sample.read(restored)).isEqualTo(EVENTS);
    assertThat(restored.resolveSibling(""))
        .isDirectoryNotContaining(path -> path.toString().contains("unfinished"));
  }

  @Test
  void shouldCarryTheVaultSealedAndItsKeyNot() throws IOException {
    Sample.journal(journal, EVENTS);
    Sample.vault(journal, 40);
    assertThat(backup().expect(0).out()).contains("40 mục", "KHÔNG nằm trong đó");
    assertThat(restore().expect(0).out()).contains("40 records of the vault");
    assertThat(Sample.readVault(restored)).hasSize(40).isEqualTo(Sample.readVault(journal));
  }

  @Test
  void shouldFinishARestoreThatWasCutShortBetweenVaultAndJournal() {
    Sample.journal(journal, EVENTS);
    Sample.vault(journal, 3);
    backup().expect(0);
    Sample.journal(restored.resolveSibling("journal.db.unfinished"), EVENTS);
    Sample.vault(restored, 2);
    restore().expect(3);
    Sample.vault(restored, 3);
    restore().expect(0);
    assertThat(Sample.read(restored)).isEqualTo(EVENTS);
    assertThat(Sample.readVault(restored)).hasSize(3);
  }

  @Test
  void shouldHoldOneMomentOfAJournalThatGrowsMeanwhile() throws Exception {
    List<Event> all = Sample.events("mot", 60_000);
    int before = 20_000;
    Sample.journal(journal, all.subList(0, before));
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch growing = new CountDownLatch(1);
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              try (FolderLock held = FolderLock.tryHold(journal.resolveSibling("")).orElseThrow();
                  SqliteJournal engine = SqliteJournal.open(journal)) {
                assertThat(held).isNotNull();
                for (int i = before; i < all.size() && !stop.get(); i += 10) {
                  engine.append(all.subList(i, Math.min(i + 10, all.size())));
                  growing.countDown();
                }
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    growing.await();
    Run run = backup();
    stop.set(true);
    writer.join();
    run.expect(0);

    restore().expect(0);
    List<Event> held = Sample.read(restored);
    List<Event> grown = Sample.read(journal);
    assertThat(held.size()).isGreaterThan(before).isLessThan(grown.size());
    assertThat(held).isEqualTo(all.subList(0, held.size()));
    assertThat(Sample.recount(held)).isEqualTo(Sample.recount(all.subList(0, held.size())));
  }

  @Test
  void shouldNotWriteOverAFile() throws IOException {
    Sample.journal(journal, EVENTS);
    Files.writeString(file, "somebody's");
    Run run = backup();
    run.expect(3);
    assertThat(run.out()).contains(file.toString());
    assertThat(file).hasContent("somebody's");
    assertNothingElseIn(folder);
  }

  private void assertNothingElseIn(Path place) {
    assertThat(place).isDirectoryNotContaining(path -> path.toString().contains("partial"));
  }

  @Test
  void shouldBeReadableByItsOwnerOnly() throws IOException {
    Sample.journal(journal, EVENTS);
    backup().expect(0);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }
    assertNothingElseIn(folder);
  }

  @Test
  void shouldSayWhatIsMissing() {
    backup().expect(2);
    assertThat(file).doesNotExist();
    Sample.journal(journal, List.of());
    backup().expect(2);
    restore().expect(2);
    Sample.journal(journal, EVENTS);
    Run.backup(folder.resolve("nowhere/backup.zip"), "sqlite:" + journal).expect(2);
  }

  @Test
  void shouldRestoreIntoAnEmptyPlaceOnly() {
    Sample.journal(journal, EVENTS);
    backup().expect(0);
    List<Event> others = Sample.events("hai", 5);
    Sample.journal(restored, others);
    Run run = restore();
    run.expect(3);
    assertThat(Sample.read(restored)).isEqualTo(others);
  }

  @Test
  void shouldNotRestoreUnderARunningEngine() throws IOException {
    Sample.journal(journal, EVENTS);
    backup().expect(0);
    try (FolderLock engine = FolderLock.tryHold(restored.resolveSibling("")).orElseThrow()) {
      assertThat(engine).isNotNull();
      restore().expect(3);
    }
    assertThat(restored).doesNotExist();
  }

  @Test
  void shouldLeaveNothingBehindOfABrokenBackup() throws IOException {
    Sample.journal(journal, EVENTS);
    backup().expect(0);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    Run truncated = restore();
    truncated.expect(5);
    assertThat(truncated.out()).contains("cắt cụt");
    whole[whole.length / 2] ^= 1;
    Files.write(file, whole);
    Run altered = restore();
    altered.expect(5);
    assertThat(altered.out()).contains("đã bị thay đổi hoặc hỏng");
    assertThat(restored.resolveSibling("")).doesNotExist();
  }

  @Test
  void shouldRefuseToBackUpAnEventThatIsNotAsItWasWritten() throws Exception {
    Sample.journal(journal, EVENTS);
    try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + journal);
        var statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE events SET content = '{}' WHERE seq = 1000");
    }
    Run run = backup();
    run.expect(5);
    assertThat(run.out()).contains(EVENTS.get(999).id());
    assertThat(file).doesNotExist();
  }

  @Test
  void shouldGoOnWithARestoreThatWasCutShort() {
    Sample.journal(journal, EVENTS);
    backup().expect(0);
    Sample.journal(restored.resolveSibling("journal.db.unfinished"), EVENTS.subList(0, 1500));
    Run run = restore();
    run.expect(0);
    assertThat(run.out()).contains("đã chép 1.500 sự kiện");
    assertThat(Sample.read(restored)).isEqualTo(EVENTS);
  }
}
