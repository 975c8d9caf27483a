package vn.gocua.engine.notices;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.Ledger;
import vn.gocua.engine.notices.NoticeFact.NoticePublished;
import vn.gocua.engine.notices.NoticeFact.NoticeWithdrawn;

/** Publishes and withdraws notices, and knows which are to be shown. */
public final class NoticeDesk {
  private final Ledger<NoticeFact, Notice> notices;
  private final Map<String, Notice> known = new ConcurrentHashMap<>();
  private final Consumer<String> tellNodes;

  /**
   * @param tellNodes told the id of every notice that has changed; every node's {@link #refresh} is
   *     to be called with it
   */
  public NoticeDesk(
      String campaign, Journal journal, GroupCommit commit, Consumer<String> tellNodes) {
    this.notices =
        new Ledger<>(campaign + "/notice/", NoticeFact.FACTS, Notice::evolve, journal, commit);
    this.tellNodes = tellNodes;
  }

  /** What a leader wants to be shown. */
  public record Wish(String id, String text, Instant until, List<Place> where) {}

  /**
   * Publishes a notice; the same id again gives what is there. Blocks until it is durable.
   *
   * @return the notice of that id
   */
  public Notice publish(Wish wish, String by, Instant at) {
    Notice published =
        notices.append(
            wish.id(),
            there ->
                there != null
                    ? null
                    : new NoticePublished(
                        wish.id(), wish.text(), wish.until(), wish.where(), by, at));
    return told(java.util.Objects.requireNonNull(published));
  }

  /** Takes a notice down; again: nothing changes. Null if there is none. Blocks. */
  public @Nullable Notice withdraw(String id, String by, Instant at) {
    Notice after =
        notices.append(
            id, there -> there == null || there.withdrawn() ? null : new NoticeWithdrawn(by, at));
    return after == null ? null : told(after);
  }

  private Notice told(Notice notice) {
    known.put(notice.id(), notice);
    tellNodes.accept(notice.id());
    return notice;
  }

  /** What is to be shown now, latest first. Does not block. */
  public List<Notice> active(Instant now) {
    return known.values().stream()
        .filter(notice -> notice.isActive(now))
        .sorted(Comparator.comparing(Notice::publishedAt).thenComparing(Notice::id).reversed())
        .toList();
  }

  /** All there ever were, latest first. Does not block. */
  public List<Notice> all() {
    return known.values().stream()
        .sorted(Comparator.comparing(Notice::publishedAt).thenComparing(Notice::id).reversed())
        .toList();
  }

  /** Reads a notice from the journal into this node's memory. Blocks. */
  public void refresh(String id) {
    Notice notice = notices.read(id);
    if (notice != null) {
      known.put(id, notice);
    }
  }

  /** Reads all of them. Blocks. */
  public void warm() {
    notices.keys().forEach(this::refresh);
  }
}
