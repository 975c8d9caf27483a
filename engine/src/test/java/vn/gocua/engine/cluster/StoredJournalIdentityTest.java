package vn.gocua.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.engine.support.Golden;

/** A journal's own name, once written, can be read for ever. */
class StoredJournalIdentityTest {
  private static final String FILE = "journal-begun-1";
  private static final String NAME = "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41";

  @TempDir private Path folder;

  @Test
  void shouldWriteAsEver() {
    try (SqliteJournal journal = SqliteJournal.open(folder.resolve("journal.db"))) {
      String name = JournalIdentity.of(journal);
      Event stored = Objects.requireNonNull(journal.find(List.of("journal/1")).get("journal/1"));
      Event renamed =
          new Event(
              stored.id(),
              stored.stream(),
              stored.type(),
              stored.content().replace(name, NAME),
              stored.details());
      Golden.assertSame(renamed, FILE);
      assertThat(JournalIdentity.of(journal)).isEqualTo(name);
    }
  }

  @Test
  void shouldReadWhatWasWritten() {
    try (SqliteJournal journal = SqliteJournal.open(folder.resolve("journal.db"))) {
      journal.append(List.of(Golden.withUnknownFields(Golden.event(FILE))));
      assertThat(JournalIdentity.of(journal)).isEqualTo(NAME);
    }
  }
}
