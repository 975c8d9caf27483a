package vn.gocua.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.support.Golden;

/** The record of exports in journals out there can be read for ever. */
class StoredExportTest {
  private static final ExportRecord FACT =
      new ExportRecord(
          "check-ins.csv",
          "leader",
          LocalDate.of(2025, 8, 11),
          LocalDate.of(2025, 8, 12),
          "T07",
          Instant.parse("2025-08-12T02:30:00.250Z"));

  @Test
  void shouldWriteAsEver() {
    Event event =
        ExportLog.event(
            "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41", ExportLog.stream("hong-van-45"), FACT);
    Golden.assertSame(event, "exported-1");
  }

  @Test
  void shouldReadWhatWasWritten() {
    assertThat(ExportLog.of(Golden.withUnknownFields(Golden.event("exported-1")))).isEqualTo(FACT);
  }
}
