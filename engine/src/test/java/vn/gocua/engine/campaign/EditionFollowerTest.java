package vn.gocua.engine.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.engine.state.RememberedRepository;
import vn.gocua.engine.state.SingleStream;
import vn.gocua.engine.support.Campaigns;
import vn.gocua.engine.support.Golden;

/** Engines of a cluster agree on one edition: the highest revision that any was started with. */
class EditionFollowerTest {
  private static final String FILE = "campaign-revised-1";
  private static final String NAMED = "campaign-revised-1-team-word";

  @TempDir private Path folder;
  private Journal journal;
  private GroupCommit commit;
  private Campaign campaign;
  private EditionFollower editions;

  @BeforeEach
  void open() {
    journal = SqliteJournal.open(folder.resolve("journal.db"));
    commit = new GroupCommit(journal, 100, _ -> {});
    campaign = Campaigns.of(LocalDate.of(2025, 8, 11), 45, ZoneOffset.UTC, 2);
    editions =
        new EditionFollower(
            campaign,
            journal,
            new SingleStream<>(
                new RememberedRepository<>(EditionFollower.kind(campaign.id()), journal, commit)));
  }

  @AfterEach
  void close() {
    commit.close();
    journal.close();
  }

  @Test
  void shouldKnowNoneAtFirst() {
    assertThat(editions.latest()).isNull();
  }

  @Test
  void shouldTakeTheSameAgain() {
    assertThat(editions.propose(Campaigns.edition(1, 2))).isTrue();
    assertThat(editions.propose(Campaigns.edition(1, 2))).isTrue();
    assertThat(editions.latest()).isEqualTo(Campaigns.edition(1, 2));
  }

  @Test
  void shouldRefuseAnotherOfTheSameRevision() {
    editions.propose(Campaigns.edition(1, 2));
    assertThat(editions.propose(Campaigns.edition(1, 3))).isFalse();
    assertThat(editions.latest()).isEqualTo(Campaigns.edition(1, 2));
  }

  @Test
  void shouldLetTheHighestRevisionCountWhateverCameLast() {
    editions.propose(Campaigns.edition(3, 2));
    editions.propose(Campaigns.edition(10, 2));
    editions.propose(Campaigns.edition(2, 2));
    assertThat(editions.latest()).isEqualTo(Campaigns.edition(10, 2));
  }

  @Test
  void shouldAdoptOnlyAHigherRevision() {
    assertThat(campaign.adopt(Campaigns.edition(1, 3))).isFalse();
    assertThat(campaign.adopt(Campaigns.edition(2, 3))).isTrue();
    assertThat(campaign.adopt(Campaigns.edition(1, 2))).isFalse();
    assertThat(campaign.teams()).hasSize(3).containsKey("T03");
    assertThat(campaign.revision()).isEqualTo(2);
  }

  @Test
  void shouldTellOfAHigherRevisionOnce() {
    List<Integer> told = new ArrayList<>();
    editions.onChange(() -> told.add(campaign.revision()));
    editions.settle();
    assertThat(told).as("its own").isEmpty();
    editions.propose(Campaigns.edition(5, 3));
    editions.settle();
    editions.propose(Campaigns.edition(4, 3));
    editions.settle();
    assertThat(told).containsExactly(5);
    assertThat(campaign.teams()).hasSize(3);
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
    assertThat(editions.latest()).isEqualTo(Campaigns.edition(2, 1));
  }

  @Test
  void shouldKeepTheCommunesOwnWord() {
    assertThat(campaign.teamWord()).isEqualTo("tổ công nghệ số cộng đồng");
    Edition called = called("tổ chuyển đổi số cộng đồng");
    editions.propose(called);
    String id = "thu-nghiem/editions/2";
    Golden.assertSame(Objects.requireNonNull(journal.find(List.of(id)).get(id)), NAMED);
    assertThat(editions.latest()).isEqualTo(called);
    assertThat(campaign.teamWord()).isEqualTo("tổ chuyển đổi số cộng đồng");
  }

  private static Edition called(String teamWord) {
    Edition e = Campaigns.edition(2, 1);
    return new Edition(
        e.revision(),
        e.name(),
        e.place(),
        e.sample(),
        e.activities(),
        e.groups(),
        e.hamlets(),
        e.teams(),
        e.target(),
        e.weekdays(),
        teamWord);
  }

  @Test
  void shouldPassOverFieldsOfANewerEngine() {
    journal.append(List.of(Golden.withUnknownFields(Golden.event(FILE))));
    assertThat(editions.latest()).isEqualTo(Campaigns.edition(2, 1));
  }
}
