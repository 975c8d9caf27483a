package vn.gocua.engine.notices;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.notices.NoticeFact.NoticePublished;
import vn.gocua.engine.notices.NoticeFact.NoticeWithdrawn;
import vn.gocua.engine.state.StreamKind;

/** A public message of the leaders, for a limited time. */
record Notice(
    String id,
    String text,
    Instant until,
    List<Audience> where,
    String by,
    Instant publishedAt,
    boolean withdrawn) {

  /** The notices of a campaign, each a stream by its id. */
  static StreamKind<NoticeFact, Notice> kind(String campaign) {
    return new StreamKind<>(
        campaign + "/notice/", NoticeFact.FACTS, Notice::evolve, NoticeTold::told);
  }

  private static @Nullable Notice evolve(@Nullable Notice notice, NoticeFact fact) {
    return switch (fact) {
      case NoticePublished(var id, var text, var until, var where, var by, var at) ->
          new Notice(id, text, until, List.copyOf(where), by, at, false);
      case NoticeWithdrawn _ when notice != null ->
          new Notice(
              notice.id(),
              notice.text(),
              notice.until(),
              notice.where(),
              notice.by(),
              notice.publishedAt(),
              true);
      case NoticeWithdrawn _ -> null;
    };
  }

  boolean isActive(Instant now) {
    return !withdrawn && now.isBefore(until);
  }
}
