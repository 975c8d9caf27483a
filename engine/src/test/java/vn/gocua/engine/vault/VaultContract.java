package vn.gocua.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every vault promises, whatever it keeps its records in. */
public abstract class VaultContract {
  private static final Instant NOON = Instant.parse("2025-08-22T05:00:00Z");
  private static final byte[] SEALED = {1, 2, 3};
  private static final byte[] OTHER = {4, 5, 6, 7};

  @TempDir private Path keys;
  private VaultStore store;

  /** Opens the store under test; called again after it was closed, it opens the same one. */
  protected abstract VaultStore open();

  @BeforeEach
  void openFirst() {
    store = open();
  }

  @AfterEach
  void closeLast() {
    store.close();
  }

  private void reopen() {
    store.close();
    store = open();
  }

  private Path key() {
    return keys.resolve("vault.key");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void shouldHandOverEveryRecordAsItIsKept() {
    assertThat(store.size()).isZero();
    store.keep("b", OTHER, NOON.plusMillis(7));
    store.keep("a", SEALED, NOON);
    List<String> taken = new ArrayList<>();
    store.readAll((ref, sealed, keptAt) -> taken.add(ref + sealed.length + keptAt));
    assertThat(taken).containsExactly("a3" + NOON, "b4" + NOON.plusMillis(7));
    assertThat(store.size()).isEqualTo(2);
  }

  @Test
  void shouldGiveEnginesThatStartAtOnceOneKey() {
    try (var threads = Executors.newFixedThreadPool(8)) {
      CompletableFuture.allOf(
              IntStream.range(0, 8)
                  .mapToObj(_ ->
                      CompletableFuture.runAsync(() -> Vault.open(store, key(), NOON), threads))
                  .toArray(CompletableFuture<?>[]::new))
          .join();
    }
    assertThat(Vault.open(store, key(), NOON)).isNotNull();
  }

  @Test
  void shouldSealWithANewKeyAndStillOpenWhatTheOldOneSealed() throws IOException {
    byte[] derived;
    try (Vault before = Vault.open(store, key(), NOON)) {
      before.keep("old", bytes("cũ"), NOON);
      derived = before.derived("contact", "a");
    }
    Files.copy(key(), keys.resolve("old.key"));
    assertThat(KeyRotation.addKey(key())).isEqualTo(2);
    store = open();
    Vault after = Vault.open(store, key(), NOON);
    after.keep("new", bytes("mới"), NOON);
    assertThat(after.opened("old")).hasValue(bytes("cũ"));
    assertThat(after.opened("new")).hasValue(bytes("mới"));
    assertThat(after.derived("contact", "a")).isEqualTo(derived);
    Vault stale = Vault.open(store, keys.resolve("old.key"), NOON);
    assertThatThrownBy(() -> stale.opened("new")).isInstanceOf(VaultUnavailable.class);
    assertThat(KeyRotation.addKey(key())).isEqualTo(3);
    assertThat(Vault.open(store, key(), NOON).opened("new")).hasValue(bytes("mới"));
  }

  @Test
  void shouldSealAnewWhatOlderKeysSealedAndThenDoWithoutThem() throws IOException {
    Vault before = Vault.open(store, key(), NOON);
    byte[] derived = before.derived("contact", "a");
    for (int i = 0; i < 5; i++) {
      before.keep("old-" + i, bytes("cũ " + i), NOON);
    }
    before.keep("hers", bytes("xóa"), NOON);
    var _ = KeyRotation.addKey(key());
    Vault after = Vault.open(store, key(), NOON);
    after.keep("new", bytes("mới"), NOON);
    assertThat(after.rotation().underOlderKeys()).as("its own secret too").isEqualTo(7);
    assertThatThrownBy(() -> after.rotation().retireOlderKeys(key()))
        .isInstanceOf(IllegalStateException.class);

    assertThatThrownBy(() -> after.rotation().reseal(VaultContract::stopInTheMiddle))
        .isInstanceOf(Stopped.class);
    assertThat(after.rotation().underOlderKeys()).as("some are done").isBetween(1L, 6L);
    after.erase("hers");
    List<Long> looked = new ArrayList<>();
    long resealed = after.rotation().reseal((n, all) -> looked.add(n * 100 / all));
    assertThat(looked).last().isEqualTo(100L);
    assertThat(resealed).as("only what was left").isBetween(1L, 5L);
    assertThat(after.rotation().underOlderKeys()).isZero();
    assertThat(after.rotation().reseal((_, _) -> {})).as("nothing is left to do").isZero();
    assertThat(store.keptBefore(NOON.plusSeconds(1))).as("kept when it was").hasSize(7);

    Files.copy(key(), keys.resolve("all.key"));
    assertThat(after.rotation().retireOlderKeys(key())).isEqualTo(1);
    Vault alone = Vault.open(store, key(), NOON);
    assertThat(alone.opened("old-3")).hasValue(bytes("cũ 3"));
    assertThat(alone.opened("new")).hasValue(bytes("mới"));
    assertThat(alone.opened("hers")).isEmpty();
    assertThat(alone.derived("contact", "a")).isEqualTo(derived);
    assertThat(Files.size(key())).isLessThan(Files.size(keys.resolve("all.key")));
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static void stopInTheMiddle(long looked, long all) {
    if (looked > all / 2) {
      throw new Stopped();
    }
  }

  @Test
  void shouldNotBringBackWhatWasErasedWhileItWasSealedAnew() {
    store.keep("a", SEALED, NOON);
    assertThat(store.replace("a", OTHER, SEALED)).as("it was another").isFalse();
    assertThat(store.replace("a", SEALED, OTHER)).isTrue();
    assertThat(store.read("a")).hasValue(OTHER);
    assertThat(store.keptBefore(NOON)).isEmpty();
    assertThat(store.erase("a")).isTrue();
    assertThat(store.replace("a", OTHER, SEALED)).isFalse();
    assertThat(store.read("a")).isEmpty();
  }

  @Test
  void shouldRotateNoKeyThatIsNotThere() throws IOException {
    assertThatThrownBy(() -> KeyRotation.addKey(key())).isInstanceOf(VaultLocked.class);
    Files.writeString(key(), "no key");
    assertThatThrownBy(() -> KeyRotation.addKey(key())).isInstanceOf(VaultLocked.class);
    assertThat(key()).hasContent("no key");
  }

  @Test
  void shouldKeepARecord() {
    store.keep("a", SEALED, NOON);
    assertThat(store.read("a")).hasValue(SEALED);
    assertThat(store.read("b")).isEmpty();
  }

  @Test
  void shouldKeepTheFirstOfTwoUnderOneRef() {
    store.keep("a", SEALED, NOON);
    store.keep("a", OTHER, NOON.plusSeconds(1));
    assertThat(store.read("a")).hasValue(SEALED);
  }

  @Test
  void shouldKeepEverythingWhenOpenedAgain() {
    store.keep("a", SEALED, NOON);
    reopen();
    assertThat(store.read("a")).hasValue(SEALED);
  }

  @Test
  void shouldEraseForGood() {
    store.keep("a", SEALED, NOON);
    store.keep("b", OTHER, NOON);
    assertThat(store.erase("a")).isTrue();
    assertThat(store.erase("a")).isFalse();
    reopen();
    assertThat(store.read("a")).isEmpty();
    assertThat(store.read("b")).hasValue(OTHER);
  }

  @Test
  void shouldListWhatWasLastKeptBeforeATime() {
    store.keep("old", SEALED, NOON);
    store.keep("again", SEALED, NOON);
    store.keep("again", SEALED, NOON.plusSeconds(60));
    store.keep("at that time", SEALED, NOON.plusSeconds(30));
    assertThat(store.keptBefore(NOON.plusSeconds(30))).containsExactly("old");
  }

  @Test
  void shouldNotEraseWhatWasKeptAgainSince() {
    store.keep("a", SEALED, NOON);
    store.keep("b", SEALED, NOON);
    store.keep("b", SEALED, NOON.plusSeconds(60));
    Instant before = NOON.plusSeconds(30);
    assertThat(store.eraseIfKeptBefore("a", before)).isTrue();
    assertThat(store.eraseIfKeptBefore("b", before)).isFalse();
    assertThat(store.read("a")).isEmpty();
    assertThat(store.read("b")).hasValue(SEALED);
  }

  @Test
  void shouldServeManyThreadsAtOnce() {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> all =
          IntStream.range(0, 64)
              .mapToObj(i ->
                  CompletableFuture.runAsync(
                      () -> {
                        store.keep("shared", new byte[] {(byte) i}, NOON);
                        store.keep("own-" + i, SEALED, NOON);
                        assertThat(store.read("own-" + i)).hasValue(SEALED);
                      },
                      executor))
              .toList();
      all.forEach(CompletableFuture::join);
    }
    assertThat(store.read("shared")).isPresent();
    assertThat(store.keptBefore(NOON.plusSeconds(1))).hasSize(65);
  }

  @Test
  void shouldSealBeforeAStoreSeesAnything() {
    Vault vault = Vault.open(store, key(), NOON);
    vault.keep("ref", bytes("0912345678"), NOON);
    byte[] stored = store.read("ref").orElseThrow();
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("0912345678");
  }

  @Test
  void shouldOpenARecordUnderItsOwnRefOnly() {
    Vault vault = Vault.open(store, key(), NOON);
    vault.keep("hers", bytes("hers"), NOON);
    store.keep("his", store.read("hers").orElseThrow(), NOON);
    assertThat(opened(vault, "hers")).hasValue("hers");
    assertThatThrownBy(() -> opened(vault, "his")).isInstanceOf(VaultUnavailable.class);
  }

  private static Optional<String> opened(Vault vault, String ref) {
    return vault.opened(ref).map(plain -> new String(plain, StandardCharsets.UTF_8));
  }

  @Test
  void shouldDeriveTheSameForTheSameWordsAfterARestart() {
    byte[] derived = Vault.open(store, key(), NOON).derived("ticket", "a");
    reopen();
    Vault again = Vault.open(store, key(), NOON.plusSeconds(60));
    assertThat(again.derived("ticket", "a")).isEqualTo(derived);
    assertThat(again.derived("ticket", "b")).isNotEqualTo(derived);
    assertThat(again.derived("other", "a")).isNotEqualTo(derived);
  }

  @Test
  void shouldOpenWithTheSameKeyAfterARestart() {
    Vault.open(store, key(), NOON).keep("ref", bytes("hers"), NOON);
    reopen();
    assertThat(opened(Vault.open(store, key(), NOON), "ref")).hasValue("hers");
  }

  @Test
  void shouldRefuseToOpenWithoutItsKeyAndMakeNoOther() {
    Vault.open(store, key(), NOON);
    Path elsewhere = keys.resolve("elsewhere.key");
    assertThatThrownBy(() -> Vault.open(store, elsewhere, NOON))
        .isInstanceOfSatisfying(
            VaultLocked.class,
            e -> assertThat(e.reason()).isEqualTo(VaultLocked.Reason.KEY_MISSING));
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  void shouldRefuseAnotherKey() throws IOException {
    Vault.open(store, key(), NOON);
    Path other = keys.resolve("other.key");
    RecordCipher.makeKey(other);
    assertThatThrownBy(() -> Vault.open(store, other, NOON))
        .isInstanceOfSatisfying(
            VaultLocked.class, e -> assertThat(e.reason()).isEqualTo(VaultLocked.Reason.WRONG_KEY));
  }

  @Test
  void shouldRefuseAFileThatIsNoKey() throws IOException {
    Files.writeString(key(), "{\"primaryKeyId\":1}");
    assertThatThrownBy(() -> Vault.open(store, key(), NOON))
        .isInstanceOfSatisfying(
            VaultLocked.class,
            e -> assertThat(e.reason()).isEqualTo(VaultLocked.Reason.KEY_NOT_READABLE));
  }

  @Test
  void shouldKeepItsKeyFromOtherUsers() throws IOException {
    Vault.open(store, key(), NOON);
    assertThat(Files.getPosixFilePermissions(key()))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    try (var files = Files.list(keys)) {
      assertThat(files).containsExactly(key());
    }
  }

  @Test
  void shouldEraseOrphansOnly() {
    Vault vault = Vault.open(store, key(), NOON);
    vault.keep("held", SEALED, NOON);
    vault.keep("orphan", SEALED, NOON);
    vault.keep("under way", SEALED, NOON.plus(Duration.ofMinutes(59)));
    Instant before = NOON.plus(Duration.ofMinutes(30));
    List<String> candidates = vault.keptBefore(before);
    assertThat(candidates).containsExactly("held", "orphan");
    assertThat(vault.eraseOrphans(candidates, Set.of("held"), before)).isEqualTo(1);
    assertThat(vault.eraseOrphans(candidates, Set.of("held"), before)).isZero();
    assertThat(opened(vault, "held")).isPresent();
    assertThat(opened(vault, "orphan")).isEmpty();
    assertThat(opened(vault, "under way")).isPresent();
    assertThat(Vault.open(store, key(), NOON).derived("a", "b")).isEqualTo(vault.derived("a", "b"));
  }
}
