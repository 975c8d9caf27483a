package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.board.RecountInfo;
import vn.gocua.testkit.Browser;
import vn.gocua.testkit.EngineProcess;
import vn.gocua.testkit.page.Leader;
import vn.gocua.testkit.page.PhonePage;

/**
 * A day in the field: many phones with spells without a network, lost answers, wrong clocks, killed
 * apps and an engine that dies. In the evening the journal has everything entered exactly once.
 */
class PhoneDayIT {
  private static final int TEAMS = 12;
  private static final int PHONES_A_TEAM = Integer.getInteger("gocua.phones-a-team", 2);
  private static final int CHECK_INS = 12;
  private static final long SEED = Long.getLong("gocua.seed", 20_250_811L);

  @TempDir private Path folder;

  @Test
  @Tag("all")
  void shouldHaveEverythingEnteredExactlyOnceInTheEvening() throws IOException {
    EngineProcess engine = EngineProcess.start(folder);
    Leader leader = Leader.signIn(engine);
    List<String> codes = new ArrayList<>();
    for (int team = 1; team <= TEAMS; team++) {
      for (int i = 0; i < PHONES_A_TEAM; i++) {
        // An answer lost while enrolling has used the code up: there are uses to spare.
        codes.add(leader.code("T%02d".formatted(team), 20));
      }
    }
    try (Trouble trouble = Trouble.begin(engine, folder, SEED);
        Browser browser = new Browser()) {
      PhonePage page = PhonePage.blank(browser).open(trouble.network().url());
      page.page().waitForSelector(".enrol");
      trouble.loosen();
      Map<String, Object> day =
          Map.of("codes", codes, "each", CHECK_INS, "seed", (int) SEED, "rehearsalMs", 20_000);
      Object entered = page.page().evaluate(script(), day);
      trouble.end();
      shouldBeInTheJournal(
          JsonMapper.builder().build().readTree((String) entered), Leader.signIn(trouble.engine()));
    }
  }

  private static void shouldBeInTheJournal(JsonNode entered, Leader leader) {
    long checkIns = 0;
    long residents = 0;
    Map<String, long[]> byTeam = new HashMap<>();
    for (Map.Entry<String, JsonNode> team : entered.properties()) {
      Set<String> takenBack = new HashSet<>();
      team.getValue().get("takenBack").forEach(id -> takenBack.add(id.asString()));
      long[] sum = byTeam.computeIfAbsent(team.getKey(), _ -> new long[2]);
      for (JsonNode made : team.getValue().get("made")) {
        if (!takenBack.contains(made.get("id").asString())) {
          sum[0]++;
          sum[1] += made.get("residents").asLong();
        }
      }
      checkIns += sum[0];
      residents += sum[1];
    }
    assertThat(checkIns).isGreaterThan(200);
    RecountInfo recount = leader.recount();
    assertThat(recount.equal()).isTrue();
    assertThat(recount.journal().checkIns()).isEqualTo(checkIns);
    assertThat(recount.journal().residents()).isEqualTo(residents);
    for (BoardMessage.Standing row : leader.board().teams()) {
      long[] sum = byTeam.getOrDefault(row.team(), new long[2]);
      assertThat(row.checkIns()).as("%s", row).isEqualTo(sum[0]);
      assertThat(row.residents()).as("%s", row).isEqualTo(sum[1]);
    }
  }

  private static String script() throws IOException {
    try (var in = PhoneDayIT.class.getResourceAsStream("/phone-fleet.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
