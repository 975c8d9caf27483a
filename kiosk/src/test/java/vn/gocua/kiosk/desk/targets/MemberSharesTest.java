package vn.gocua.kiosk.desk.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shares by members: exact in sum, and never a whole one from what is due. */
class MemberSharesTest {
  private static Map<String, Integer> teams(List<Integer> members) {
    Map<String, Integer> teams = new LinkedHashMap<>();
    IntStream.range(0, members.size()).forEach(i -> teams.put("T" + i, members.get(i)));
    return teams;
  }

  @Test
  void shouldGiveTheLargestRemaindersOneMore() {
    assertThat(MemberShares.of(100, teams(List.of(5, 5, 4)))).containsValues(36, 36, 28);
    // 10 × 3⁄7 = 4,29 · 10 × 2⁄7 = 2,86: the one that lost most gets it.
    assertThat(MemberShares.of(10, teams(List.of(3, 2, 2))).values()).containsExactly(4, 3, 3);
    assertThat(MemberShares.of(2, teams(List.of(1, 1, 1))).values()).containsExactly(1, 1, 0);
  }

  @Test
  void shouldAddUpExactlyWhateverTheTeams() {
    Random random = new Random(45);
    for (int round = 0; round < 500; round++) {
      List<Integer> members = random.ints(1 + random.nextInt(60), 1, 1001).boxed().toList();
      int total = random.nextInt(100_000_001);
      long sum = members.stream().mapToLong(Integer::longValue).sum();
      Map<String, Integer> shares = MemberShares.of(total, teams(members));
      assertThat(shares.values().stream().mapToLong(Integer::longValue).sum()).isEqualTo(total);
      for (int i = 0; i < members.size(); i++) {
        double due = (double) total * members.get(i) / sum;
        assertThat((double) shares.getOrDefault("T" + i, -1)).isBetween(due - 1, due + 1);
      }
    }
  }

  @Test
  void shouldGiveNobodyAnythingWithoutMembers() {
    assertThat(MemberShares.of(100, teams(List.of(0, 0))).values()).containsExactly(0, 0);
    assertThat(MemberShares.of(100, Map.of())).isEmpty();
  }
}
