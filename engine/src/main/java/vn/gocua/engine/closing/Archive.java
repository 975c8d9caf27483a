package vn.gocua.engine.closing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.gocua.engine.transfer.archive.NonClosingStream;

/** A ZIP of files with a list of their checksums, as {@code sha256sum -c} reads it. */
final class Archive implements AutoCloseable {
  static final String SUMS = "SHA256SUMS";

  private final ZipOutputStream zip;
  private final StringBuilder sums = new StringBuilder();

  Archive(OutputStream out) {
    zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8);
  }

  /** Writes a file of the archive; need not close the stream. */
  @FunctionalInterface
  interface Writer {
    void write(OutputStream out) throws IOException;
  }

  void add(String name, Writer writer) throws IOException {
    MessageDigest digest = sha256();
    zip.putNextEntry(new ZipEntry(name));
    DigestOutputStream out = new DigestOutputStream(new NonClosingStream(zip), digest);
    writer.write(out);
    out.flush();
    zip.closeEntry();
    sums.append(HexFormat.of().formatHex(digest.digest())).append("  ").append(name).append('\n');
  }

  void add(String name, Path file) throws IOException {
    add(name, out -> Files.copy(file, out));
  }

  @Override
  public void close() throws IOException {
    zip.putNextEntry(new ZipEntry(SUMS));
    zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    zip.close();
  }

  /** The checksum of a whole file, hexadecimal. */
  static String sum(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] piece = new byte[1 << 16];
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        digest.update(piece, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
