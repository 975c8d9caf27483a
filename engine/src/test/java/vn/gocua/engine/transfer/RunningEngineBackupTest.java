package vn.gocua.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.ConfigFolder;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** Everything gone but a backup's file and the vault's key: an engine goes on from them. */
class RunningEngineBackupTest {
  private static final String NOON = "2025-08-22T12:00:00+07:00";

  /** More than one piece of an archive. */
  private static final String DOCUMENT = "%PDF-1.4 " + "tài liệu họp ".repeat(40_000);

  @TempDir private Path folder;

  private static String shared(RunningEngine engine) {
    String url =
        engine
            .leader()
            .send(
                "POST",
                "/api/v1/documents?name=hop.pdf&until=2025-08-23T12:00:00%2B07:00",
                BodyPublishers.ofString(DOCUMENT))
            .expect(201)
            .json()
            .path("url")
            .asString();
    return url.substring(url.indexOf("/d/"));
  }

  @Test
  void shouldGoOnFromABackupTakenWhileItRan() throws IOException {
    SettableClock clock = SettableClock.at(NOON);
    Path archive = folder.resolve("backup.zip");
    ConfigFolder config = ConfigFolder.in(folder);
    Item kept = Item.at(NOON);
    String token;
    Item later = kept.renamed();
    String link;
    try (RunningEngine engine = RunningEngine.start(folder.resolve("data"), config, clock)) {
      String code = engine.leader().code("T01", 1);
      token = engine.anybody().enrol(code).expect(200).json().path("token").asString();
      Api phone = engine.anybody().as(token);
      assertThat(phone.checkIns(kept, kept.renamed(), kept.renamed()).outcomes())
          .containsOnly("accepted");
      link = shared(engine);
      Run.backup(archive, "sqlite:" + folder.resolve("data/journal.db")).expect(0);
      assertThat(phone.checkIns(later).outcomes()).containsExactly("accepted");
    }

    Path restored = folder.resolve("restored");
    Files.copy(folder.resolve("data.vault.key"), folder.resolve("restored.vault.key"));
    Run.restore(archive, "sqlite:" + restored.resolve("journal.db")).expect(0);
    try (RunningEngine engine = RunningEngine.start(restored, config, clock)) {
      assertThat(engine.anybody().board().path("totals").path("checkIns").asInt()).isEqualTo(3);
      engine.assertRecountEqual();
      // By the same link, since the vault's key came along.
      assertThat(engine.anybody().get(link).expect(200).body()).isEqualTo(DOCUMENT);
      assertThat(engine.anybody().as(token).checkIns(kept, later).outcomes())
          .containsExactly("duplicate", "accepted");
      engine.assertRecountEqual();
    }
  }
}
