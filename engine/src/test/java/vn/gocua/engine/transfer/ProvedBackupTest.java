package vn.gocua.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.transfer.archive.Fingerprint;
import vn.gocua.engine.vault.KeyRotation;
import vn.gocua.engine.vault.Vault;
import vn.gocua.engine.vault.VaultKey;
import vn.gocua.engine.vault.sqlite.SqliteVaultStore;

/** A backup that somebody without the vault's key has changed, in whatever way. */
class ProvedBackupTest {
  private static final List<Event> EVENTS = Sample.events("mot", 200);

  /** The checksum at an archive's end, and what stands before it. */
  private static final int CHECKSUM = "gocua sha256 ".length() + 64;

  private static final int PROOF = "gocua hmac-sha256 00000000 ".length() + 64 + 1;

  @TempDir private Path folder;
  private Path journal;
  private Path file;
  private Path key;
  private Path restored;

  @BeforeEach
  void backUp() throws IOException {
    journal = Files.createDirectory(folder.resolve("data")).resolve("journal.db");
    file = folder.resolve("backup.zip");
    key = folder.resolve("data.vault.key");
    restored = folder.resolve("restored").resolve("journal.db");
    Vault.open(
            SqliteVaultStore.open(journal.resolveSibling("vault.db")),
            key,
            java.time.Instant.parse("2025-08-22T02:00:00Z"))
        .close();
    Sample.journal(journal, EVENTS);
    Run.backup(file, "sqlite:" + journal).expect(0);
  }

  private Run restore(String... more) {
    String[] all = Arrays.copyOf(more, more.length + 2);
    all[more.length] = "--key";
    all[more.length + 1] = key.toString();
    return Run.restore(file, "sqlite:" + restored, all);
  }

  private void assertRefused(int code, String words, String... more) {
    assertThat(restore(more).expect(code).out()).contains(words);
    assertThat(restored.resolveSibling("")).as("nothing was written").doesNotExist();
  }

  /** What anybody can do: the checksum that belongs to the bytes as they are now. */
  private void writeChecksum() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int end = bytes.length - 64;
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      MessageDigest digest = Fingerprint.sha256();
      digest.update(bytes, 0, end);
      access.seek(end);
      access.write(HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** Packs the entries anew, some under other names, with the seal of the file as it was. */
  private void repack(Map<String, String> names, boolean withProof) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    String comment;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      comment = zip.getComment();
      for (ZipEntry entry : zip.stream().toList()) {
        String name = names.getOrDefault(entry.getName(), entry.getName());
        entries.put(name, zip.getInputStream(entry).readAllBytes());
      }
    }
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setComment(withProof ? comment : comment.substring(PROOF));
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    writeChecksum();
  }

  @Test
  void shouldRestoreWhatNobodyChanged() {
    restore().expect(0);
    assertThat(Sample.read(restored)).isEqualTo(EVENTS);
  }

  @Test
  void shouldFindEveryByteThatSomebodyChangedAndSummedAnew() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(7);
    int proved = whole.length - CHECKSUM - PROOF;
    for (int i = 0; i < 60; i++) {
      byte[] altered = whole.clone();
      altered[i < 20 ? proved - 1 - i : random.nextInt(proved)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, altered);
      writeChecksum();
      assertRefused(5, "người không có khóa");
      assertRefused(5, "người không có khóa", "--unverified");
    }
  }

  @Test
  void shouldFindAFileCutShort() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, CHECKSUM, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused(5, "cắt cụt");
    }
  }

  @Test
  void shouldFindSectionsThatWereSwapped() throws IOException {
    repack(Map.of("events.jsonl", "vault.jsonl", "vault.jsonl", "events.jsonl"), true);
    assertRefused(5, "người không có khóa");
  }

  @Test
  void shouldNotTakeAFileWhoseProofWasCutOutForAProvedOne() throws IOException {
    repack(Map.of(), false);
    assertRefused(7, "không có dấu xác thực");
    restore("--unverified").expect(0);
    assertThat(Sample.read(restored)).isEqualTo(EVENTS);
  }

  @Test
  void shouldNotTakeAnothersProofForItsOwn() throws IOException {
    VaultKey anothers = VaultKey.read(Sample.key(folder.resolve("other.key")));
    byte[] bytes = Files.readAllBytes(file);
    int at = bytes.length - CHECKSUM - PROOF;
    String head = "gocua hmac-sha256 %08x ".formatted(anothers.newest());
    System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, bytes, at, head.length());
    javax.crypto.Mac mac = anothers.backupMac(anothers.newest());
    mac.update(bytes, 0, at + head.length());
    byte[] hash = HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(hash, 0, bytes, at + head.length(), hash.length);
    Files.write(file, bytes);
    writeChecksum();
    assertRefused(7, "Không kiểm được dấu xác thực");
  }

  @Test
  void shouldProveWithAnOlderKeyAsLongAsItIsKept() throws IOException {
    var _ = KeyRotation.addKey(key);
    restore().expect(0);
    Vault vault =
        Vault.open(
            SqliteVaultStore.open(journal.resolveSibling("vault.db")),
            key,
            java.time.Instant.parse("2025-08-22T02:00:00Z"));
    var _ = vault.rotation().reseal((_, _) -> {});
    assertThat(vault.rotation().retireOlderKeys(key)).isEqualTo(1);
    vault.close();
    restored = folder.resolve("again").resolve("journal.db");
    assertRefused(6, "khóa khác");
  }

  @Test
  void shouldWriteABackupWithoutTheKeyAndSaySo() throws IOException {
    Path aside = Files.move(key, folder.resolve("aside"));
    Files.delete(file);
    Run run = Run.backup(file, "sqlite:" + journal).expect(0);
    assertThat(run.out()).contains("không có dấu xác thực", key.toString());
    Files.move(aside, key, StandardCopyOption.REPLACE_EXISTING);
    assertRefused(7, "không có dấu xác thực");
  }
}
