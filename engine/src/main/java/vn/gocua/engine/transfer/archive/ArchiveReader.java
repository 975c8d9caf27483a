package vn.gocua.engine.transfer.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.packing.Unpacking;
import vn.gocua.engine.vault.VaultKey;

/** Reads files of {@link ArchiveWriter}. Refuses any deviation. */
public final class ArchiveReader implements AutoCloseable {
  private static final Set<String> KNOWN =
      Set.of(
          SectionKind.EVENTS.section(),
          SectionKind.VAULT.section(),
          SectionKind.DOCUMENTS.section());

  /** Bytes; a manifest has a line for each section and campaign. */
  private static final int LONGEST_MANIFEST = 1 << 20;

  /** Bytes of a line; the longest record is a table of all teams. */
  private static final int LONGEST_RECORD = 32 << 20;

  /** Largest compression ratio of a section; records have some twenty. */
  private static final long MOST_TIMES = 300;

  private final Path file;
  private final ZipFile zip;
  private final Manifest manifest;
  private final ArchiveSeal.Proof proof;

  private ArchiveReader(Path file, ZipFile zip, Manifest manifest, ArchiveSeal.Proof proof) {
    this.file = file;
    this.zip = zip;
    this.manifest = manifest;
    this.proof = proof;
  }

  /**
   * Opens an archive with an intact seal.
   *
   * @param key the vault's, if available; checks the archive's proof before anything else is read
   * @throws DamagedArchive if it is not one, was cut short or changed, or has parts unknown to this
   *     version
   */
  public static ArchiveReader open(Path file, @Nullable VaultKey key, Progress progress)
      throws IOException {
    progress.begin("step.checking", Files.size(file));
    ArchiveSeal.Proof proof = ArchiveSeal.check(file, key, progress::advance);
    progress.end();
    try {
      ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
      try {
        Manifest manifest = manifest(file, zip);
        refuseUnknown(file, manifest);
        return new ArchiveReader(file, zip, manifest, proof);
      } catch (IOException | RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (ZipException e) {
      throw new DamagedArchive("archive.unreadable", file, String.valueOf(e.getMessage()));
    }
  }

  private static Manifest manifest(Path file, ZipFile zip) throws IOException {
    Header header = read(file, entry(file, zip, Manifest.ENTRY), zip, Header.class);
    if (header.format() != Manifest.FORMAT) {
      throw new DamagedArchive("archive.newer", file, header.format(), Manifest.FORMAT);
    }
    return read(file, entry(file, zip, Manifest.ENTRY), zip, Manifest.class);
  }

  /** Part of the header that all formats share. */
  private record Header(int format) {}

  private static <T> T read(Path file, ZipEntry entry, ZipFile zip, Class<T> type)
      throws IOException {
    try (var in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(LONGEST_MANIFEST + 1);
      if (bytes.length > LONGEST_MANIFEST) {
        throw new DamagedArchive("archive.unreadable", file, entry.getName());
      }
      return EventCodec.read(new String(bytes, StandardCharsets.UTF_8), type);
    } catch (JacksonException e) {
      throw new DamagedArchive("archive.unreadable", file, e.getClass().getSimpleName());
    }
  }

  private static ZipEntry entry(Path file, ZipFile zip, String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new DamagedArchive("archive.unreadable", file, name);
    }
    return entry;
  }

  /** Refuses unknown parts: restoring only the rest would lose data silently. */
  private static void refuseUnknown(Path file, Manifest manifest) {
    List<String> names = manifest.sections().stream().map(Manifest.Section::name).toList();
    if (!names.contains(SectionKind.EVENTS.section()) || !KNOWN.containsAll(names)) {
      throw new DamagedArchive("archive.other-sections", file, String.join(", ", names));
    }
  }

  public Manifest manifest() {
    return manifest;
  }

  /** Proof of the archive's origin. */
  public ArchiveSeal.Proof proof() {
    return proof;
  }

  /** Whether the archive has such a section, even an empty one. */
  public boolean has(SectionKind<?> kind) {
    return manifest.sections().stream().anyMatch(s -> s.name().equals(kind.section()));
  }

  /** Records of a section; none if the archive has no such section. */
  public <T> RecordSource<T> section(SectionKind<T> kind) {
    Optional<Manifest.Section> section =
        manifest.sections().stream().filter(s -> s.name().equals(kind.section())).findFirst();
    return new RecordSource<>() {
      @Override
      public long size() {
        return section.map(s -> s.content().count()).orElse(0L);
      }

      @Override
      public void read(Consumer<T> reader) {
        section.ifPresent(s -> ArchiveReader.this.read(s, kind, reader));
      }
    };
  }

  /**
   * Reads a section's records.
   *
   * @throws DamagedArchive if they are not those of the manifest; some have been handed over by
   *     then
   */
  private <T> void read(Manifest.Section section, SectionKind<T> kind, Consumer<T> reader) {
    MessageDigest digest = Fingerprint.sha256();
    Fingerprint.Sum sum = new Fingerprint.Sum();
    ZipEntry entry = entry(file, zip, Manifest.Section.entry(section.name()));
    long left = section.content().count();
    try (Lines lines =
        new Lines(
            new DigestInputStream(zip.getInputStream(entry), digest),
            LONGEST_RECORD,
            mostUnpacked(entry))) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        T record = record(kind, line);
        if (left-- == 0) {
          throw new DamagedArchive("archive.other-content", file);
        }
        kind.addTo(sum, record);
        reader.accept(record);
      }
    } catch (Unpacking.TooMuch | ZipException e) {
      throw new DamagedArchive("archive.unreadable", file, entry.getName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!section.content().equals(sum.fingerprint())
        || !section.sha256().equals(HexFormat.of().formatHex(digest.digest()))) {
      throw new DamagedArchive("archive.other-content", file);
    }
  }

  /** Bounds a stranger's archive, so that it can't fill the disk. */
  private long mostUnpacked(ZipEntry entry) throws IOException {
    if (proof == ArchiveSeal.Proof.PROVED) {
      return Long.MAX_VALUE;
    }
    // The entry's own size is a claim; the file's is a fact.
    long packed = Math.clamp(entry.getCompressedSize(), 0, Files.size(file));
    return MOST_TIMES * packed + LONGEST_RECORD;
  }

  private <T> T record(SectionKind<T> kind, String line) {
    try {
      T record = EventCodec.read(line, kind.type());
      if (!kind.isWhole(record)) {
        throw new DamagedArchive("archive.unreadable", file, kind.section());
      }
      return record;
    } catch (JacksonException e) {
      throw new DamagedArchive("archive.unreadable", file, e.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
