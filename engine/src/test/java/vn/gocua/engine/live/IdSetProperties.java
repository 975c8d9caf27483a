package vn.gocua.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The compact set is a set. */
class IdSetProperties {

  /** Few different ids, so that repeats are frequent, and halves that are 0 among them. */
  @Provide
  Arbitrary<List<String>> ids() {
    Arbitrary<Long> half =
        Arbitraries.oneOf(Arbitraries.longs().between(0, 12), Arbitraries.longs());
    Arbitrary<String> uuid =
        Combinators.combine(half, half).as((high, low) -> new UUID(high, low).toString());
    Arbitrary<String> voided = uuid.map(id -> id + "/void");
    return Arbitraries.oneOf(uuid, voided, Arbitraries.strings().alpha().ofMaxLength(3))
        .list()
        .ofMaxSize(400);
  }

  @Property(tries = 300)
  void shouldBehaveLikeAHashSet(@ForAll("ids") List<String> ids) {
    IdSet set = new IdSet();
    Set<String> model = new HashSet<>();
    for (String id : ids) {
      boolean known = set.contains(IdSet.Id.of(id));
      boolean added = set.add(IdSet.Id.of(id));
      if (known != model.contains(id) || added != model.add(id) || set.size() != model.size()) {
        fail(id + " was " + (known ? "known" : "not known") + (added ? ", added" : ", not added"));
      }
    }
    assertThat(model).allMatch(id -> set.contains(IdSet.Id.of(id)));
  }

  @Property(tries = 200)
  void shouldBeTheSameAfterTheWire(@ForAll("ids") List<String> ids) {
    IdSet set = new IdSet();
    ids.forEach(id -> set.add(IdSet.Id.of(id)));
    IdSet copy = IdSet.of(set.toLongs());
    assertThat(copy.size()).isEqualTo(set.size());
    assertThat(copy.xor()).isEqualTo(set.xor());
    assertThat(ids).allMatch(id -> copy.contains(IdSet.Id.of(id)));
    assertThat(ids).noneMatch(id -> copy.add(IdSet.Id.of(id)));
  }

  @Example
  void shouldTakeTheUuidOfZeros() {
    IdSet set = new IdSet();
    String zeros = "00000000-0000-0000-0000-000000000000";
    assertThat(set.add(IdSet.Id.of(zeros))).isTrue();
    assertThat(set.contains(IdSet.Id.of(zeros))).isTrue();
    assertThat(set.add(IdSet.Id.of(zeros))).isFalse();
    assertThat(set.size()).isEqualTo(1);
  }
}
