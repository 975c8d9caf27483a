package vn.gocua.engine.notices;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.notices.NoticeFact.NoticePublished;
import vn.gocua.engine.notices.NoticeFact.NoticeWithdrawn;
import vn.gocua.engine.state.RememberedRepository;

/** Publishes and withdraws notices, and lists the current ones. */
final class NoticeService {
  private static final Comparator<Notice> LATEST_FIRST =
      Comparator.comparing(Notice::publishedAt).thenComparing(Notice::id).reversed();

  private final RememberedRepository<NoticeFact, Notice> notices;

  NoticeService(RememberedRepository<NoticeFact, Notice> notices) {
    this.notices = notices;
  }

  /** A leader's new notice. */
  public record PublishNotice(String id, String text, Instant until, List<Audience> where) {}

  /**
   * Publishes a notice; a repeat with the same id changes nothing. Blocks until it is durable.
   *
   * @return the notice of that id
   */
  public Notice publish(PublishNotice wanted, String by, Instant at) {
    return notices
        .append(
            wanted.id(),
            there ->
                there != null
                    ? null
                    : new NoticePublished(
                        wanted.id(), wanted.text(), wanted.until(), wanted.where(), by, at))
        .known();
  }

  /** Withdraws a notice; a repeat changes nothing. Null without such a notice. Blocks. */
  public @Nullable Notice withdraw(String id, String by, Instant at) {
    return notices
        .append(
            id, there -> there == null || there.withdrawn() ? null : new NoticeWithdrawn(by, at))
        .state();
  }

  /** The current notices, latest first. Does not block. */
  public List<Notice> active(Instant now) {
    return notices.all().stream()
        .filter(notice -> notice.isActive(now))
        .sorted(LATEST_FIRST)
        .toList();
  }

  /** All there ever were, latest first. Does not block. */
  public List<Notice> all() {
    return notices.all().stream().sorted(LATEST_FIRST).toList();
  }
}
