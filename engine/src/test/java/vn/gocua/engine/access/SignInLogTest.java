package vn.gocua.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.testkit.SettableClock;

/** What somebody who is not signed in can have written down for good is bounded. */
class SignInLogTest {
  private static final String STREAM = "thu-nghiem/sign-ins/2025-08-22";

  @Test
  void shouldPutOnRecordThatSomebodyGuessesButNotEveryGuess(@TempDir Path folder) {
    SettableClock clock = SettableClock.at("2025-08-22T09:30:00+07:00");
    List<String> written = new ArrayList<>();
    try (var journal = SqliteJournal.open(folder.resolve("journal.db"))) {
      try (var commit = new GroupCommit(journal, 10_000, _ -> {})) {
        SignInLog log = new SignInLog("thu-nghiem", commit, clock);
        for (int i = 0; i < 2_000; i++) {
          log.failed("leader", "password");
          log.failed("deputy", "code");
          log.failed(null, "password");
          log.locked("leader", () -> true);
        }
      }
      journal.readStream(STREAM, event -> written.add(event.content()));
    }
    assertThat(written).filteredOn(json -> json.contains("leader")).hasSizeBetween(50, 53);
    assertThat(written).filteredOn(json -> json.contains("deputy")).hasSizeBetween(50, 52);
    assertThat(written).filteredOn(json -> json.contains("unknown")).hasSizeBetween(10, 12);
  }
}
