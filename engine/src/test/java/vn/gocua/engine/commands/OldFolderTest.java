package vn.gocua.engine.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.journal.sqlite.FolderLock;
import vn.gocua.engine.vault.Vault;
import vn.gocua.engine.vault.sqlite.SqliteVaultStore;

/** A folder that nobody starts an engine on any more loses its personal data too. */
class OldFolderTest {
  private final Instant now = Instant.now();
  private static final String REQUEST = "ab".repeat(32);
  private static final String LEARNER = "learner/" + "cd".repeat(32);

  @TempDir private Path folder;

  private void kept() {
    try (Vault vault = vault()) {
      vault.keep(REQUEST, bytes("Bác Mẫu"), now.minus(Duration.ofDays(40)));
      vault.keep(LEARNER, bytes("Bà Mẫu"), now.minus(Duration.ofDays(35)));
      vault.keep("else/1", bytes("x"), now.minus(Duration.ofDays(33)));
      vault.keep("ef".repeat(32), bytes("mới"), now.minus(Duration.ofDays(10)));
    }
  }

  private Vault vault() {
    return Vault.open(
        SqliteVaultStore.open(folder.resolve("vault.db")),
        folder.resolveSibling(folder.getFileName() + ".key"),
        now.minus(Duration.ofDays(90)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Instant before(int days) {
    return now.minus(Duration.ofDays(days));
  }

  @Test
  void shouldEraseWhatIsOlderAndSayHowMuch() throws Exception {
    kept();
    Path locked = Files.writeString(folder.resolve("vault.db.locked-20250101-000000"), "x");
    Files.setLastModifiedTime(locked, FileTime.from(before(99)));
    OldFolder old = new OldFolder(folder);
    assertThat(old.eraseKeptBefore(before(30))).isEqualTo(new OldFolder.Erased(1, 1, 1, 1));
    assertThat(old.eraseKeptBefore(before(30))).isEqualTo(new OldFolder.Erased(0, 0, 0, 0));
    try (Vault vault = vault()) {
      assertThat(Set.copyOf(vault.keptBefore(now))).containsExactly("ef".repeat(32));
    }
    assertThat(old.eraseKeptBefore(before(5)).requests()).isEqualTo(1);
  }

  @Test
  void shouldNeedNoKey() throws Exception {
    kept();
    Files.delete(folder.resolveSibling(folder.getFileName() + ".key"));
    assertThat(new OldFolder(folder).eraseKeptBefore(now).requests()).isEqualTo(2);
  }

  @Test
  void shouldTouchNothingWhileAnEngineRunsThere() throws Exception {
    kept();
    try (FolderLock _ = FolderLock.tryHold(folder).orElseThrow()) {
      assertThatThrownBy(() -> new OldFolder(folder).eraseKeptBefore(now))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("đang chạy");
    }
    try (Vault vault = vault()) {
      assertThat(vault.keptBefore(now)).hasSize(4);
    }
  }

  @Test
  void shouldMakeNothingWhereThereIsNone() {
    assertThatThrownBy(() -> new OldFolder(folder.resolve("none")).eraseKeptBefore(now))
        .isInstanceOf(StartRefused.class);
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void shouldBeGivenByTheCommand() {
    kept();
    CommandLine command = new CommandLine(new EraseCommand());
    assertThat(command.execute("--older-than", "30", "--data", folder.toString())).isZero();
    assertThat(command.execute("--older-than", "-1", "--data", folder.toString())).isEqualTo(2);
    assertThat(command.execute("--older-than", "30", "--ticket", "HV-1")).isEqualTo(2);
    assertThat(new CommandLine(new EraseCommand()).execute("--data", folder.toString()))
        .isEqualTo(2);
    try (Vault vault = vault()) {
      assertThat(vault.keptBefore(now)).hasSize(1);
    }
  }
}
