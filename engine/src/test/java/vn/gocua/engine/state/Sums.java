package vn.gocua.engine.state;

import org.jspecify.annotations.Nullable;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;

/** A kind for tests: each stream is what was added up in it. */
record Sums() {
  /** Something was added. */
  record Added(int number) {}

  static StreamKind<Added, Integer> kind() {
    return new StreamKind<>(
        "thu/sum/",
        FactTypes.only("an addition", FactType.of("added/1", Added.class)),
        Sums::evolve);
  }

  static StreamKind<Added, Integer> single() {
    return new StreamKind<>("thu/sum", kind().facts(), Sums::evolve);
  }

  private static Integer evolve(@Nullable Integer before, Added fact) {
    return (before == null ? 0 : before) + fact.number();
  }
}
