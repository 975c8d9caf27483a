package vn.gocua.engine.transfer.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.vault.VaultKey;

/**
 * The last bytes of an archive, in the place of a ZIP's comment. First the proof: an HMAC-SHA-256
 * of all bytes before it, by a subkey of the vault's key with that id. Then the checksum: the
 * SHA-256 of all bytes before that, to tell damage from forgery. Version 0.1 wrote the checksum
 * alone, and still reads both.
 */
public final class ArchiveSeal {
  private static final String HEAD = "gocua sha256 ";
  private static final int HASH_LENGTH = 64;
  private static final String NO_HASH = "0".repeat(HASH_LENGTH);
  private static final Pattern PROOF =
      Pattern.compile("gocua hmac-sha256 ([0-9a-f]{8}) ([0-9a-f]{64})\n");
  private static final int BUFFER = 1 << 16;

  /** Placeholder for the checksum. */
  public static final String BLANK = HEAD + NO_HASH;

  private static final int PROOF_LENGTH = blankProof(0).length();

  private ArchiveSeal() {}

  /** Result of checking an archive's origin. */
  public enum Proof {
    /** Written with the vault's key, and unchanged since. */
    PROVED,
    /** Without a proof: by version 0.1, by a machine without the key, or by anybody. */
    NONE,
    /** With a proof by a key that is not available. */
    UNCHECKED
  }

  private static String blankProof(int keyId) {
    return "gocua hmac-sha256 %08x %s\n".formatted(keyId, NO_HASH);
  }

  /**
   * Placeholder for the seal.
   *
   * @param key null for an archive without a proof
   */
  static String blank(@Nullable VaultKey key) {
    return key == null ? BLANK : blankProof(key.newest()) + BLANK;
  }

  /**
   * Writes the seal over the blank one at a file's end, and makes the file durable.
   *
   * @param key with which the blank one was made
   */
  public static void put(Path file, @Nullable VaultKey key) throws IOException {
    long end = Files.size(file) - HASH_LENGTH;
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      if (key != null) {
        long proof = end - HEAD.length() - 1 - HASH_LENGTH;
        Mac mac = key.backupMac(key.newest());
        read(file, proof, (bytes, length, _) -> mac.update(bytes, 0, length));
        write(access, proof, mac.doFinal());
      }
      MessageDigest digest = Fingerprint.sha256();
      read(file, end, (bytes, length, _) -> digest.update(bytes, 0, length));
      write(access, end, digest.digest());
      access.getFD().sync();
    }
  }

  private static void write(RandomAccessFile access, long at, byte[] hash) throws IOException {
    access.seek(at);
    access.write(HexFormat.of().formatHex(hash).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Checks a file against its seal.
   *
   * @param key the vault's key, if available
   * @param read receives the number of bytes just read
   * @throws DamagedArchive if the checksum is broken or missing, or the proof is not that of the
   *     key that it names
   */
  static Proof check(Path file, @Nullable VaultKey key, LongConsumer read) throws IOException {
    String checksum = end(file, BLANK.length(), 0);
    if (!checksum.startsWith(HEAD)) {
      throw new DamagedArchive("archive.no-seal", file);
    }
    long end = Files.size(file) - HASH_LENGTH;
    Matcher proof = PROOF.matcher(end(file, PROOF_LENGTH, BLANK.length()));
    boolean proved = proof.matches();
    int keyId = proved ? Integer.parseUnsignedInt(proof.group(1), 16) : 0;
    Mac mac = proved && key != null && key.knows(keyId) ? key.backupMac(keyId) : null;
    long covered = end - HEAD.length() - 1 - HASH_LENGTH;
    MessageDigest digest = Fingerprint.sha256();
    read(
        file,
        end,
        (bytes, length, from) -> {
          digest.update(bytes, 0, length);
          if (mac != null && from < covered) {
            mac.update(bytes, 0, (int) Math.min(length, covered - from));
          }
          read.accept(length);
        });
    if (!isHash(checksum.substring(HEAD.length()), digest.digest())) {
      throw new DamagedArchive("archive.broken-seal", file);
    }
    if (!proved) {
      return Proof.NONE;
    }
    if (mac == null) {
      return Proof.UNCHECKED;
    }
    if (!isHash(proof.group(2), mac.doFinal())) {
      throw new DamagedArchive("archive.forged", file);
    }
    return Proof.PROVED;
  }

  private static boolean isHash(String written, byte[] hash) {
    return MessageDigest.isEqual(
        written.getBytes(StandardCharsets.ISO_8859_1),
        HexFormat.of().formatHex(hash).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Some of the last bytes, before the very last ones; empty if there are too few. */
  private static String end(Path file, int length, int before) throws IOException {
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
      long at = access.length() - before - length;
      if (at <= 0) {
        return "";
      }
      access.seek(at);
      byte[] bytes = new byte[length];
      access.readFully(bytes);
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /** Receives the bytes of a file, piece by piece. */
  @FunctionalInterface
  private interface Taker {
    void take(byte[] bytes, int length, long from);
  }

  /** Hands over so many of a file's first bytes. */
  private static void read(Path file, long count, Taker taker) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long from = 0;
    try (InputStream in = Files.newInputStream(file)) {
      while (from < count) {
        int got = in.read(buffer, 0, (int) Math.min(buffer.length, count - from));
        if (got < 0) {
          throw new DamagedArchive("archive.no-seal", file);
        }
        taker.take(buffer, got, from);
        from += got;
      }
    }
  }
}
