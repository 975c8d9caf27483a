package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.CampaignFile;
import vn.gocua.engine.campaign.CampaignStart;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.engine.support.ConfigFolder;
import vn.gocua.engine.support.Golden;
import vn.gocua.testkit.SettableClock;

/** A campaign's first day in journals out there can be read for ever. */
class StoredCampaignTest {
  private static final String FILE = "campaign-started-1";

  @TempDir private Path folder;
  private Journal journal;

  @BeforeEach
  void open() {
    journal = SqliteJournal.open(folder.resolve("journal.db"));
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private Campaign fixedAt(String now) {
    ConfigFolder config =
        ConfigFolder.in(folder)
            .replace("campaign.yaml", "startDate: 2025-08-11", "startDate: first-run");
    return CampaignStart.fix(
        CampaignFile.read(config.path(), new ConfigErrors()),
        journal,
        SettableClock.at(now),
        () -> false);
  }

  @Test
  void shouldWriteAsEver() {
    Campaign campaign = fixedAt("2025-08-10T23:59:00Z");
    String id = "thu-nghiem/campaign/1";
    Golden.assertSame(Objects.requireNonNull(journal.find(List.of(id)).get(id)), FILE);
    assertThat(campaign.startDate()).isEqualTo(LocalDate.of(2025, 8, 11));
  }

  @Test
  void shouldReadWhatWasWritten() {
    journal.append(List.of(Golden.event(FILE)));
    assertThat(fixedAt("2025-09-01T08:00:00Z").startDate()).isEqualTo(LocalDate.of(2025, 8, 11));
  }

  @Test
  void shouldPassOverFieldsOfANewerEngine() {
    journal.append(List.of(Golden.withUnknownFields(Golden.event(FILE))));
    assertThat(fixedAt("2025-09-01T08:00:00Z").startDate()).isEqualTo(LocalDate.of(2025, 8, 11));
  }
}
