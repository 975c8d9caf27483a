package vn.gocua.engine.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.config.ReadingLimits;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.engine.support.Golden;

/** The record of who read personal data, in journals out there, can be read for ever. */
class StoredReadingTest {
  private static final String FILE = "personal-data-read-1";
  private static final String ABOUT = "help-request/HV-4821";
  private static final DataAccess FACT =
      new DataAccess(
          ABOUT,
          "leader",
          "visit",
          Instant.parse("2025-08-12T02:30:00.250Z"),
          null,
          null,
          null,
          null);

  private static final DataAccess SAID =
      new DataAccess(
          ABOUT,
          "leader",
          "supervision",
          Instant.parse("2026-12-01T02:30:00.250Z"),
          null,
          1,
          "other",
          "hẹn lại ngày 24/8");
  private static final DataAccess VISIT =
      DataAccess.visit(
              ABOUT,
              "01989f2e-6a00-7c3a-9d52-3f1b7c9ea3f9",
              "T03",
              Instant.parse("2026-12-01T02:31:00.250Z"))
          .taking(1);

  @Test
  void shouldWriteWhatALeaderSaysAndAPhonesTeam() {
    String stream = "hong-van-45/personal-data-read/" + ABOUT;
    Golden.assertSame(
        AccessLog.event("hong-van-45/personal-data-read/by/leader/leader/1", stream, SAID),
        "personal-data-read-1-said");
    Golden.assertSame(
        AccessLog.event(
            "hong-van-45/personal-data-read/by/phone/" + VISIT.by() + "/7", stream, VISIT),
        "personal-data-read-1-visit");
  }

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
      journal.append(
          List.of(
              Golden.withUnknownFields(Golden.event(FILE)),
              Golden.withUnknownFields(Golden.event("personal-data-read-1-said")),
              Golden.withUnknownFields(Golden.event("personal-data-read-1-visit"))));
      assertThat(new AccessLog("hong-van-45", journal, commit, ReadingLimits.NONE).of(ABOUT))
          .containsExactly(FACT, SAID, VISIT);
    }
  }
}
