package vn.gocua.engine.notices;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.gocua.engine.state.FactTypes;

/** What happened to notices. They are for everybody's eyes; no personal data belongs in them. */
public sealed interface NoticeFact {
  /**
   * A notice was published.
   *
   * @param until in the campaign's time; from then on it is no longer shown
   */
  record NoticePublished(
      String id, String text, Instant until, List<Place> where, String by, Instant at)
      implements NoticeFact {}

  record NoticeWithdrawn(String by, Instant at) implements NoticeFact {}

  /** How these facts stand in the journal. */
  FactTypes<NoticeFact> FACTS =
      FactTypes.of(
          NoticeFact.class,
          "a notice's event",
          Map.of(
              "notice-published/1", NoticePublished.class,
              "notice-withdrawn/1", NoticeWithdrawn.class));
}
