package vn.gocua.engine.state;

import java.time.Duration;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.cluster.Channel;
import vn.gocua.engine.cluster.Channels;
import vn.gocua.engine.fact.AuditSource;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;

/**
 * Makes the repositories of one campaign.
 *
 * @param campaign its id, with which the names of its streams begin
 * @param blocking where the journal may be read
 * @param schedule on which memories are compared with the journal
 * @param audited the streams of every kind that was asked for, by their prefix: the audit reads
 *     them
 */
public record Repositories(
    String campaign,
    Journal journal,
    GroupCommit commit,
    Channels channels,
    Executor blocking,
    Schedule schedule,
    SortedMap<String, AuditSource> audited) {

  /** The same without former messages. */
  public Repositories(
      String campaign,
      Journal journal,
      GroupCommit commit,
      Channels channels,
      Executor blocking,
      Schedule schedule) {
    this(campaign, journal, commit, channels, blocking, schedule, new ConcurrentSkipListMap<>());
  }

  /**
   * Period of comparing a kind that has one stream with the journal, in case a message was lost.
   */
  private static final Duration RESYNC = Duration.ofSeconds(30);

  /** A repository without a memory. */
  public <E, S> Repository<E, S> plain(StreamKind<E, S> kind) {
    tell(kind);
    return new Repository<>(kind, journal, commit);
  }

  /**
   * A repository with a memory, which is empty until it is loaded.
   *
   * @param address on the event bus, without the campaign
   * @param resync the pause between two comparisons with the journal
   */
  public <E, S> RememberedRepository<E, S> remembered(
      StreamKind<E, S> kind, String address, Duration resync) {
    return remembered(kind, channels.text(address + "/" + campaign), resync);
  }

  /** The same on an open channel. */
  public <E, S> RememberedRepository<E, S> remembered(
      StreamKind<E, S> kind, Channel<String> channel, Duration resync) {
    RememberedRepository<E, S> repository = new RememberedRepository<>(kind, journal, commit);
    repository.follow(channel, blocking);
    return resynced(repository, kind, resync);
  }

  private <E, S> RememberedRepository<E, S> resynced(
      RememberedRepository<E, S> repository, StreamKind<E, S> kind, Duration resync) {
    tell(kind);
    var _ = schedule.every(kind.prefix(), resync, repository::resync);
    return repository;
  }

  private void tell(StreamKind<?, ?> kind) {
    audited.put(kind.prefix(), kind.audited());
  }

  /** The same for a kind that has one stream. */
  public <E, S> SingleStream<E, S> single(StreamKind<E, S> kind, String address) {
    return new SingleStream<>(remembered(kind, address, RESYNC));
  }

  /** The same without messages between nodes: compared with the journal only. */
  public <E, S> SingleStream<E, S> compared(StreamKind<E, S> kind, Duration resync) {
    return new SingleStream<>(
        resynced(new RememberedRepository<>(kind, journal, commit), kind, resync));
  }
}
