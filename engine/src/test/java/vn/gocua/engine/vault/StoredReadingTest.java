package vn.gocua.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.engine.support.Golden;

/** The record of who read personal data, in journals out there, can be read for ever. */
class StoredReadingTest {
  private static final String FILE = "personal-data-read-1";
  private static final String ABOUT = "help-request/HV-4821";
  private static final DataAccess FACT =
      new DataAccess(ABOUT, "leader", "visit", Instant.parse("2025-08-12T02:30:00.250Z"));

  @Test
  void shouldWriteAsEver() {
    Golden.assertSame(
        AccessLog.event(
            "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a42",
            "hong-van-45/personal-data-read/" + ABOUT,
            FACT),
        FILE);
  }

  @Test
  void shouldReadWhatWasWritten(@TempDir Path folder) {
    try (SqliteJournal journal = SqliteJournal.open(folder.resolve("journal.db"));
        GroupCommit commit = new GroupCommit(journal, 10, _ -> {})) {
      journal.append(List.of(Golden.withUnknownFields(Golden.event(FILE))));
      assertThat(new AccessLog("hong-van-45", journal, commit).of(ABOUT)).containsExactly(FACT);
    }
  }
}
