package vn.gocua.engine.state;

import java.util.function.Consumer;

/**
 * A kind that has one stream, with this node's memory of it.
 *
 * @param <E> the facts
 * @param <S> folded state of the stream
 */
public final class SingleStream<E, S> {
  private static final String KEY = "";

  private final RememberedRepository<E, S> repository;

  /**
   * @param repository of a kind whose prefix is the stream's name
   */
  public SingleStream(RememberedRepository<E, S> repository) {
    this.repository = repository;
  }

  /** Reads the stream into memory. Blocks. */
  public void load() {
    repository.load();
  }

  /** The state in memory; version 0 if there is none. Does not block. */
  public Versioned<S> now() {
    return repository.now(KEY);
  }

  /** As {@link RememberedRepository#read}. Blocks. */
  public Versioned<S> read() {
    return repository.read(KEY);
  }

  /** As {@link RememberedRepository#append}. Blocks. */
  public Versioned<S> append(Decide<S, E> decide) {
    return repository.append(KEY, decide);
  }

  /** As {@link RememberedRepository#onChange}. */
  public void onChange(Consumer<Change<S>> listener) {
    repository.onChange(listener);
  }
}
