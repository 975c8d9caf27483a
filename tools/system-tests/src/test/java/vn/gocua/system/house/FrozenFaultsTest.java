package vn.gocua.system.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of frozen faults shrink and never grow, also when they are written anew. */
class FrozenFaultsTest {
  private static final Rule RULE = Rule.METHOD_LINES;

  @TempDir private Path folder;

  private void write(Fault... faults) {
    new FrozenFaults(folder, true).check(RULE, List.of(faults));
  }

  private void check(Fault... faults) {
    new FrozenFaults(folder, false).check(RULE, List.of(faults));
  }

  private static Fault fault(String key, int size) {
    return new Fault(key, size, "somewhere");
  }

  @Test
  void shouldTakeWhatIsFrozen() {
    write(fault("a", 70), fault("b", 80));
    check(fault("b", 80), fault("a", 70));
    check(fault("a", 61), fault("b", 80));
  }

  @Test
  void shouldRefuseWhatIsNewAndSayWhere() {
    write(fault("a", 70));
    assertThatThrownBy(() -> check(fault("a", 70), fault("b", 61)))
        .hasMessageContainingAll("method-lines", RULE.sentence(), "1 new", "b = 61   somewhere");
  }

  @Test
  void shouldRefuseWhatHasGrown() {
    write(fault("a", 70));
    assertThatThrownBy(() -> check(fault("a", 71)))
        .hasMessageContainingAll("1 new", "a = 71 (frozen: 70)");
  }

  @Test
  void shouldWantMendedFaultsTakenOut() {
    write(fault("a", 70), fault("b", 80));
    assertThatThrownBy(() -> check(fault("a", 70)))
        .hasMessageContainingAll("1 mended", "b", "-Dgocua.frozen=write");
    write(fault("a", 70));
    check(fault("a", 70));
  }

  @Test
  void shouldWriteShorterListsAndNewNamesOnly() {
    write(fault("a", 70), fault("b", 80));
    write(fault("renamed", 70), fault("b", 79));
    check(fault("renamed", 70), fault("b", 79));
    assertThatThrownBy(() -> write(fault("renamed", 70), fault("b", 79), fault("c", 61)))
        .hasMessageContainingAll("would grow", "c = 61");
    assertThatThrownBy(() -> write(fault("renamed", 70), fault("b", 90)))
        .hasMessageContaining("would grow");
    assertThatThrownBy(() -> write(fault("b", 90))).hasMessageContaining("would grow");
    check(fault("renamed", 70), fault("b", 79));
  }

  @Test
  void shouldNotBeginAgainOnceAListIsEmpty() {
    write(fault("a", 70));
    write();
    check();
    assertThatThrownBy(() -> write(fault("a", 70))).hasMessageContaining("would grow");
  }

  @Test
  void shouldWantAListForEveryRule() throws IOException {
    assertThatThrownBy(this::check).hasMessageContaining("There is no list");
    write();
    assertThat(Files.readAllLines(folder.resolve("method-lines.txt")))
        .allMatch(line -> line.startsWith("#"));
  }
}
