package vn.gocua.engine.live;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.live.Projection.Versioned;

/**
 * The live state of every stream of one kind: always the fold of its journal, though the memory
 * that holds it may be lost at any moment.
 *
 * @param <S> the state of one stream
 */
public interface LiveView<S> {
  /**
   * Brings what is in the journal into the live state; each event counts once, however often it
   * comes. Returns when all are under way, after a short wait at most: what finds no room, or fails
   * again and again, has its entry thrown away and folded anew.
   */
  void apply(List<Appended> journaled);

  /** The live state of one stream; folded from the journal if it is not in memory. */
  CompletableFuture<Versioned<S>> get(String stream);

  /** The live states of several streams. */
  Map<String, Versioned<S>> getAll(Collection<String> streams);

  /** Forgets a stream; its next use folds it anew. */
  void evict(String stream);

  /**
   * What changed in one stream: its state now, and the events that are new.
   *
   * @param fresh new to the journal or to the state, in the order they were applied. The former
   *     need not be the latter: an entry that was loaded meanwhile has them from the journal.
   */
  record Change<S>(String stream, Versioned<S> now, List<Event> fresh) {}
}
