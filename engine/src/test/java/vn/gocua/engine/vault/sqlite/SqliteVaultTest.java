package vn.gocua.engine.vault.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.vault.VaultContract;
import vn.gocua.engine.vault.VaultStore;
import vn.gocua.engine.vault.VaultUnavailable;

class SqliteVaultTest extends VaultContract {
  private static final Instant NOON = Instant.parse("2025-08-22T05:00:00Z");
  private static final String MARK = "a sealed record that is easily found again";

  @TempDir private Path folder;

  @Override
  protected VaultStore open() {
    return SqliteVaultStore.open(folder.resolve("vault.db"));
  }

  private boolean isOnDisk() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(MARK)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void shouldLeaveNothingOfAnErasedRecordOnDisk() throws IOException {
    try (VaultStore store = SqliteVaultStore.open(folder.resolve("vault.db"))) {
      store.keep("a", MARK.getBytes(StandardCharsets.UTF_8), NOON);
      assertThat(isOnDisk()).isTrue();
      store.erase("a");
      assertThat(isOnDisk()).isFalse();
    }
  }

  @Test
  void shouldRefuseAFileThatIsNoVault() throws IOException {
    Path file = folder.resolve("letter.db");
    Files.writeString(file, "Kính gửi Ủy ban nhân dân xã. ".repeat(100));
    assertThatThrownBy(() -> SqliteVaultStore.open(file)).isInstanceOf(VaultUnavailable.class);
  }
}
