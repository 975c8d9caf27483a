package vn.gocua.engine.notices;

import java.time.Instant;
import java.util.List;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;

/** Facts of notices. They are public and hold no personal data. */
public sealed interface NoticeFact {
  /**
   * A notice was published.
   *
   * @param until in the campaign's time; from then on it is no longer shown
   */
  record NoticePublished(
      String id, String text, Instant until, List<Audience> where, String by, Instant at)
      implements NoticeFact {}

  record NoticeWithdrawn(String by, Instant at) implements NoticeFact {}

  /** Names of these facts in the journal. */
  FactTypes<NoticeFact> FACTS =
      FactTypes.of(
          NoticeFact.class,
          "a notice's event",
          FactType.of("notice-published/1", NoticePublished.class)
              .audited("notice-published", NoticePublished::by, NoticePublished::at)
              .about(NoticePublished::id)
              .with("text", NoticePublished::text)
              .with("until", NoticePublished::until),
          FactType.of("notice-withdrawn/1", NoticeWithdrawn.class)
              .audited("notice-withdrawn", NoticeWithdrawn::by, NoticeWithdrawn::at));
}
