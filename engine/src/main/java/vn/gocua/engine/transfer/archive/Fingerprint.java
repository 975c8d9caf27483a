package vn.gocua.engine.transfer.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprint of a set of records, independent of their order. Equal fingerprints mean equal
 * content. It detects damage and loss, but no forgery: it has no key.
 *
 * @param count number of records
 * @param hash sum of every record's SHA-256, as four 64-bit numbers, in hexadecimal
 */
public record Fingerprint(long count, String hash) {
  public Fingerprint {
    Objects.requireNonNull(hash);
  }

  /** Adds records up. Not safe for threads. */
  public static final class Sum {
    private static final int LANES = 4;

    private final MessageDigest digest = sha256();
    private final long[] lanes = new long[LANES];
    private long count;

    /** Adds a record, given as its fields. */
    void add(List<@Nullable String> fields) {
      fields.forEach(field -> add(Objects.requireNonNull(field)));
      ByteBuffer hash = ByteBuffer.wrap(digest.digest());
      for (int i = 0; i < LANES; i++) {
        lanes[i] += hash.getLong();
      }
      count++;
    }

    /**
     * Each text with its length before it, so that no two records run together to the same bytes.
     */
    private void add(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }

    long count() {
      return count;
    }

    public Fingerprint fingerprint() {
      ByteBuffer hash = ByteBuffer.allocate(LANES * Long.BYTES);
      for (long lane : lanes) {
        hash.putLong(lane);
      }
      return new Fingerprint(count, HexFormat.of().formatHex(hash.array()));
    }
  }

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
