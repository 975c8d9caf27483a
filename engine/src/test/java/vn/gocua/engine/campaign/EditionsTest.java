package vn.gocua.engine.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.engine.support.Campaigns;
import vn.gocua.engine.support.Golden;

/** Engines of a cluster agree on one edition: the highest revision that any was started with. */
class EditionsTest {
  private static final String FILE = "campaign-revised-1";

  @TempDir private Path folder;
  private Journal journal;
  private Editions editions;

  @BeforeEach
  void open() {
    journal = SqliteJournal.open(folder.resolve("journal.db"));
    editions = new Editions("thu-nghiem", journal);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void shouldKnowNoneAtFirst() {
    assertThat(editions.latest()).isEmpty();
  }

  @Test
  void shouldTakeTheSameAgain() {
    assertThat(editions.propose(Campaigns.edition(1, 2))).isTrue();
    assertThat(editions.propose(Campaigns.edition(1, 2))).isTrue();
    assertThat(editions.latest()).contains(Campaigns.edition(1, 2));
  }

  @Test
  void shouldRefuseAnotherOfTheSameRevision() {
    editions.propose(Campaigns.edition(1, 2));
    assertThat(editions.propose(Campaigns.edition(1, 3))).isFalse();
    assertThat(editions.latest()).contains(Campaigns.edition(1, 2));
  }

  @Test
  void shouldLetTheHighestRevisionCountWhateverCameLast() {
    editions.propose(Campaigns.edition(3, 2));
    editions.propose(Campaigns.edition(10, 2));
    editions.propose(Campaigns.edition(2, 2));
    assertThat(editions.latest()).contains(Campaigns.edition(10, 2));
  }

  @Test
  void shouldAdoptOnlyAHigherRevision() {
    Campaign campaign = Campaigns.of(LocalDate.of(2025, 8, 11), 45, ZoneOffset.UTC, 2);
    assertThat(campaign.adopt(Campaigns.edition(1, 3))).isFalse();
    assertThat(campaign.adopt(Campaigns.edition(2, 3))).isTrue();
    assertThat(campaign.adopt(Campaigns.edition(1, 2))).isFalse();
    assertThat(campaign.teams()).hasSize(3).containsKey("T03");
    assertThat(campaign.revision()).isEqualTo(2);
  }

  @Test
  void shouldWriteAsEver() {
    editions.propose(Campaigns.edition(2, 1));
    String id = "thu-nghiem/editions/2";
    Golden.assertSame(Objects.requireNonNull(journal.find(List.of(id)).get(id)), FILE);
  }

  @Test
  void shouldReadWhatWasWritten() {
    journal.append(List.of(Golden.event(FILE)));
    assertThat(editions.latest()).contains(Campaigns.edition(2, 1));
  }

  @Test
  void shouldPassOverFieldsOfANewerEngine() {
    journal.append(List.of(Golden.withUnknownFields(Golden.event(FILE))));
    assertThat(editions.latest()).contains(Campaigns.edition(2, 1));
  }
}
