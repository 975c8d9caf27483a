package vn.gocua.engine.live;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.live.Projection.Folded;

/**
 * The live state of every stream of one kind: always the fold of its journal, though the memory
 * that holds it may be lost at any moment.
 *
 * @param <S> the state of one stream
 */
public interface LiveView<S> {
  /**
   * Applies journaled events to the live state; each counts once, however often it comes. Returns
   * after a short wait at most. Entries without room, or with repeated failures, are dropped and
   * folded again.
   */
  void apply(List<Appended> journaled);

  /** The live state of one stream; folded from the journal if it is not in memory. */
  CompletableFuture<Folded<S>> get(String stream);

  /** The live states of several streams. */
  Map<String, Folded<S>> getAll(Collection<String> streams);

  /** Forgets a stream; its next use folds it anew. */
  void evict(String stream);

  /**
   * A change of one stream: its new state and the new events.
   *
   * @param fresh events new to the journal or to the state, in the order of applying. An entry that
   *     was loaded meanwhile has events of the journal already.
   */
  record StreamChange<S>(String stream, Folded<S> now, List<Event> fresh) {}
}
