package vn.gocua.engine.screens;

import org.jspecify.annotations.Nullable;
import vn.gocua.engine.fact.Term;
import vn.gocua.engine.fact.Told;
import vn.gocua.engine.screens.ScreenFact.ScreenAccepted;
import vn.gocua.engine.screens.ScreenFact.ScreenOffered;
import vn.gocua.engine.screens.ScreenFact.ScreenRevoked;

/** What the audit says of screens. */
final class ScreenTold {
  private ScreenTold() {}

  static Told told(@Nullable Screen before, ScreenFact fact, String id) {
    return switch (fact) {
      case ScreenOffered _ -> Told.NOTHING;
      case ScreenAccepted f -> at(f.place());
      case ScreenRevoked _ -> at(before == null ? null : before.place());
    };
  }

  private static Told at(@Nullable String place) {
    return place == null || place.isBlank()
        ? Told.NOTHING
        : Told.of(new Term.Quoted(place)).in("at");
  }
}
