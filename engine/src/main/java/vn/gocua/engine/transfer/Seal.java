package vn.gocua.engine.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * The last bytes of an archive, in the place of a ZIP's comment: the SHA-256 of all bytes before
 * it. A file that lost its end has lost its seal; one byte changed anywhere breaks it.
 */
final class Seal {
  private static final String HEAD = "gocua sha256 ";
  private static final int HASH_LENGTH = 64;
  private static final int BUFFER = 1 << 16;

  /** Stands for the seal until it is known. */
  static final String BLANK = HEAD + "0".repeat(HASH_LENGTH);

  private Seal() {}

  /** Writes the seal over the blank one at a file's end, and makes the file durable. */
  static void put(Path file) throws IOException {
    String hash = hashBeforeSeal(file, _ -> {});
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.seek(access.length() - HASH_LENGTH);
      access.write(hash.getBytes(StandardCharsets.US_ASCII));
      access.getFD().sync();
    }
  }

  /**
   * Checks a file against its seal.
   *
   * @param read told how many more bytes were read
   * @throws DamagedArchive if the seal is broken or missing
   */
  static void check(Path file, LongConsumer read) throws IOException {
    String end;
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
      if (access.length() <= BLANK.length()) {
        throw new DamagedArchive("archive.no-seal", file);
      }
      access.seek(access.length() - BLANK.length());
      byte[] bytes = new byte[BLANK.length()];
      access.readFully(bytes);
      end = new String(bytes, StandardCharsets.US_ASCII);
    }
    if (!end.startsWith(HEAD)) {
      throw new DamagedArchive("archive.no-seal", file);
    }
    if (!end.substring(HEAD.length()).equals(hashBeforeSeal(file, read))) {
      throw new DamagedArchive("archive.broken-seal", file);
    }
  }

  private static String hashBeforeSeal(Path file, LongConsumer read) throws IOException {
    MessageDigest digest = Fingerprint.sha256();
    long left = Files.size(file) - HASH_LENGTH;
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      while (left > 0) {
        int got = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (got < 0) {
          throw new DamagedArchive("archive.no-seal", file);
        }
        digest.update(buffer, 0, got);
        left -= got;
        read.accept(got);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
