package vn.gocua.engine.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stores sealed records; it sees ciphertext only. One contract test holds every implementation to
 * these guarantees:
 *
 * <ul>
 *   <li>a record whose {@link #keep} returned survives the death of the process and of the machine;
 *   <li>a ref's first record stays: keeping another under the same ref changes only when it was
 *       last kept;
 *   <li>replacing a record never brings back one that was erased meanwhile;
 *   <li>an erased record is gone from the live store when the call returns, and stays gone;
 *   <li>an erasure that names a time never takes a record that was kept at that time or later.
 * </ul>
 *
 * <p>All calls block, may be made by many threads, and may be repeated. They throw {@link
 * VaultUnavailable} if their outcome is unknown.
 */
public interface VaultStore extends AutoCloseable {

  /** Keeps a record, unless there is one under that ref; that it was kept now is noted anyway. */
  void keep(String ref, byte[] sealed, Instant at);

  Optional<byte[]> read(String ref);

  /**
   * Puts another record in the place of one that still is as it was read; when it was kept stays.
   *
   * @return false, and nothing is changed, if it was erased or is another by now
   */
  boolean replace(String ref, byte[] before, byte[] after);

  /** Whether there was such a record. */
  boolean erase(String ref);

  /** Erases a record unless it was kept at that time or later; whether it did. */
  boolean eraseIfKeptBefore(String ref, Instant time);

  /** The refs of all records last kept before a time. */
  List<String> keptBefore(Instant time);

  /** Receives sealed records, one after the other. */
  @FunctionalInterface
  interface Reader {
    void take(String ref, byte[] sealed, Instant keptAt);
  }

  /** Hands over every record, in the order of the refs. */
  void readAll(Reader reader);

  /** Number of records. */
  long size();

  @Override
  void close();
}
