package vn.gocua.engine.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.rights.Role;

/** What a fact's line in the audit says, and that it says no more. */
class FactTypesTest {
  private static final Instant AT = Instant.parse("2025-08-12T02:30:00.250Z");

  sealed interface Deed {}

  record Done(
      @Nullable String by,
      Role role,
      @Nullable LocalDate day,
      Instant until,
      List<Integer> counts,
      String secret,
      Instant at)
      implements Deed {}

  record Untold(Instant at) implements Deed {}

  private static final FactType<Done> DONE =
      FactType.of("done/1", Done.class)
          .audited("was-done", Done::by, Done::at)
          .with("until", Done::until)
          .with("role", Done::role)
          .with("day", Done::day)
          .with("counts", Done::counts);
  private static final FactTypes<Deed> FACTS =
      FactTypes.of(Deed.class, "a deed", DONE, FactType.of("untold/1", Untold.class));

  private static Done done(@Nullable String by, @Nullable LocalDate day) {
    return new Done(by, Role.ADMIN, day, AT.plusSeconds(1), List.of(1, 2), "hush", AT);
  }

  private static @Nullable AuditLine line(FactTypes<Deed> facts, Deed deed) {
    return facts.line(facts.event("c/deed/X1", 1, deed), "X1");
  }

  @Test
  void shouldTellValuesAsTheJournalHasThem() {
    assertThat(line(FACTS, done("leader", LocalDate.of(2025, 8, 12))))
        .isEqualTo(
            new AuditLine(
                AT,
                "leader",
                "was-done",
                "X1",
                Map.of(
                    "counts", "[1,2]",
                    "day", "2025-08-12",
                    "role", json(Role.ADMIN),
                    "until", "2025-08-12T02:30:01.250Z")));
  }

  private static String json(Object value) {
    return vn.gocua.engine.journal.EventCodec.json(value).replace("\"", "");
  }

  @Test
  void shouldLeaveOutWhatIsAbsentAndNameTheEngineWhereNobodyDidIt() {
    AuditLine line = Objects.requireNonNull(line(FACTS, done(null, null)));
    assertThat(line.who()).isEqualTo(AuditLine.SYSTEM);
    assertThat(line.details()).containsOnlyKeys("counts", "role", "until");
    assertThat(line.toString()).doesNotContain("hush");
  }

  @Test
  void shouldTellOfSomethingElseThanTheStreamIfAskedTo() {
    FactTypes<Deed> others =
        FactTypes.only("a deed", DONE.about(Done::role), FactType.of("untold/1", Untold.class));
    AuditLine line = Objects.requireNonNull(line(others, done("leader", null)));
    assertThat(line.about()).isEqualTo(json(Role.ADMIN));
  }

  @Test
  void shouldTellNothingOfOtherFactsAndOtherEvents() {
    assertThat(line(FACTS, new Untold(AT))).isNull();
    assertThat(FACTS.line(new Event("x/1", "x", "strange/1", "{}", "{}"), "")).isNull();
    assertThat(FACTS.codes()).containsExactly("was-done");
    assertThat(FACTS.audited()).containsExactly("done/1");
  }

  @Test
  void shouldWantANameForEveryFact() {
    assertThatThrownBy(() -> FactTypes.of(Deed.class, "a deed", DONE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
