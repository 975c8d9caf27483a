package vn.gocua.engine.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * A compact set of 128-bit ids: open addressing in one array, 24–64 bytes an id. A UUID is its own
 * 128 bits; any other id, and the UUID of zeros, is the first half of its SHA-256. Not safe for
 * threads.
 */
final class IdSet {
  /** Random in every process: nobody can make ids that all collide. */
  private static final long HIGH_BY = odd();

  private static final long LOW_BY = odd();

  /** The two halves of an id; never both zero, which marks a free place. */
  record Id(long high, long low) {
    static Id of(String id) {
      if (id.length() == 36 && id.charAt(8) == '-') {
        UUID uuid = UUID.fromString(id);
        if (uuid.getMostSignificantBits() != 0 || uuid.getLeastSignificantBits() != 0) {
          return new Id(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
        }
      }
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        ByteBuffer buffer = ByteBuffer.wrap(hash);
        return new Id(buffer.getLong(), buffer.getLong() | 1);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }

  private long[] table;
  private int size;
  private long xorHigh;
  private long xorLow;

  IdSet() {
    this(new long[16]);
  }

  private IdSet(long[] table) {
    this.table = table;
  }

  private static long odd() {
    return new SecureRandom().nextLong() | 1;
  }

  int size() {
    return size;
  }

  /** All ids' halves combined: with the size, a fingerprint of the set. */
  Id xor() {
    return new Id(xorHigh, xorLow);
  }

  boolean contains(Id id) {
    int at = placeOf(table, id);
    return table[at] != 0 || table[at + 1] != 0;
  }

  /** Adds an id; false if it was there. */
  boolean add(Id id) {
    int at = placeOf(table, id);
    if (table[at] != 0 || table[at + 1] != 0) {
      return false;
    }
    table[at] = id.high();
    table[at + 1] = id.low();
    size++;
    xorHigh ^= id.high();
    xorLow ^= id.low();
    if (size * 3 > table.length) {
      grow();
    }
    return true;
  }

  private void grow() {
    long[] wider = new long[table.length * 2];
    for (int i = 0; i < table.length; i += 2) {
      if (table[i] != 0 || table[i + 1] != 0) {
        Id id = new Id(table[i], table[i + 1]);
        int at = placeOf(wider, id);
        wider[at] = id.high();
        wider[at + 1] = id.low();
      }
    }
    table = wider;
  }

  /** Index of an id, or the free index for it. */
  private static int placeOf(long[] table, Id id) {
    int mask = table.length / 2 - 1;
    long mixed = id.high() * HIGH_BY + id.low() * LOW_BY;
    int slot = (int) (mixed >>> (Long.SIZE - Integer.bitCount(mask)));
    while (true) {
      int at = slot * 2;
      boolean free = table[at] == 0 && table[at + 1] == 0;
      if (free || (table[at] == id.high() && table[at + 1] == id.low())) {
        return at;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** Every id, two longs each, in no order. */
  long[] toLongs() {
    long[] ids = new long[size * 2];
    int next = 0;
    for (int i = 0; i < table.length; i += 2) {
      if (table[i] != 0 || table[i + 1] != 0) {
        ids[next++] = table[i];
        ids[next++] = table[i + 1];
      }
    }
    return ids;
  }

  static IdSet of(long[] ids) {
    int places = Math.max(16, Integer.highestOneBit(Math.max(1, ids.length * 2)) * 2);
    IdSet set = new IdSet(new long[places]);
    for (int i = 0; i < ids.length; i += 2) {
      set.add(new Id(ids[i], ids[i + 1]));
    }
    return set;
  }
}
