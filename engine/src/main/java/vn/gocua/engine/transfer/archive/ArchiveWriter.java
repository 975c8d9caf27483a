package vn.gocua.engine.transfer.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.vault.VaultKey;

/**
 * Writes an archive: a ZIP with one entry a section, then the manifest, then the {@link
 * ArchiveSeal}. Any program that opens a ZIP can read it.
 */
public final class ArchiveWriter implements AutoCloseable {
  private static final String CAMPAIGN_STREAM = "/campaign";

  private final Path file;
  private final @Nullable VaultKey key;
  private final ZipOutputStream zip;
  private final List<Manifest.Section> sections = new ArrayList<>();
  private final Set<String> campaigns = new TreeSet<>();

  /**
   * Begins a new file, readable by its owner only; one that is there is written over.
   *
   * @param key the vault's, to prove that it was written here; null: it will have no proof
   */
  public ArchiveWriter(Path file, @Nullable VaultKey key) throws IOException {
    this.file = file;
    this.key = key;
    Files.deleteIfExists(file);
    OutputStream out =
        Channels.newOutputStream(
            Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                ownersOnly()));
    zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8);
    zip.setComment(ArchiveSeal.blank(key));
  }

  private static FileAttribute<?>[] ownersOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Writes a section, reading its source once. */
  public <T> Fingerprint section(SectionKind<T> kind, RecordSource<T> source, Progress progress)
      throws IOException {
    zip.putNextEntry(new ZipEntry(Manifest.Section.entry(kind.section())));
    MessageDigest digest = Fingerprint.sha256();
    Fingerprint.Sum sum = new Fingerprint.Sum();
    try (OutputStream lines =
        new BufferedOutputStream(
            new DigestOutputStream(new NonClosingStream(zip), digest), 1 << 16)) {
      source.read(record -> {
        write(lines, record);
        kind.addTo(sum, record);
        progress.advance(1);
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    zip.closeEntry();
    String hash = HexFormat.of().formatHex(digest.digest());
    sections.add(new Manifest.Section(kind.section(), hash, sum.fingerprint()));
    return sum.fingerprint();
  }

  private void write(OutputStream lines, Object record) {
    if (record instanceof Event event && event.stream().endsWith(CAMPAIGN_STREAM)) {
      campaigns.add(
          event.stream().substring(0, event.stream().length() - CAMPAIGN_STREAM.length()));
    }
    try {
      lines.write(EventCodec.json(record).getBytes(StandardCharsets.UTF_8));
      lines.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the archive, durably. */
  public Manifest finish(Instant createdAt, String engine) throws IOException {
    Manifest manifest =
        new Manifest(Manifest.FORMAT, createdAt, engine, List.copyOf(campaigns), sections);
    zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
    zip.write(EventCodec.json(manifest).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    zip.close();
    ArchiveSeal.put(file, key);
    return manifest;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
