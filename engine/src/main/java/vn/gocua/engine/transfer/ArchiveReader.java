package vn.gocua.engine.transfer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;

/**
 * Reads what {@link ArchiveWriter} wrote, and nothing else: whatever is not as written is refused.
 */
final class ArchiveReader implements EventSource, AutoCloseable {
  private final Path file;
  private final ZipFile zip;
  private final Manifest manifest;
  private final Manifest.Section events;

  private ArchiveReader(Path file, ZipFile zip, Manifest manifest, Manifest.Section events) {
    this.file = file;
    this.zip = zip;
    this.manifest = manifest;
    this.events = events;
  }

  /**
   * Opens an archive whose seal is whole.
   *
   * @throws DamagedArchive if it is not one, was cut short or changed, or holds what this version
   *     does not know
   */
  static ArchiveReader open(Path file, Progress progress) throws IOException {
    progress.begin("step.checking", Files.size(file));
    Seal.check(file, progress::advance);
    progress.end();
    try {
      ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
      try {
        Manifest manifest = manifest(file, zip);
        return new ArchiveReader(file, zip, manifest, events(file, manifest));
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

  /** What every format of an archive says of itself. */
  private record Header(int format) {}

  private static <T> T read(Path file, ZipEntry entry, ZipFile zip, Class<T> type)
      throws IOException {
    try (var in = zip.getInputStream(entry)) {
      return EventCodec.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), type);
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

  private static Manifest.Section events(Path file, Manifest manifest) {
    List<String> names = manifest.sections().stream().map(Manifest.Section::name).toList();
    if (!names.equals(List.of(Manifest.EVENTS))) {
      throw new DamagedArchive("archive.other-sections", file, String.join(", ", names));
    }
    return manifest.sections().getFirst();
  }

  Manifest manifest() {
    return manifest;
  }

  @Override
  public long size() {
    return events.content().count();
  }

  /**
   * Hands over the events.
   *
   * @throws DamagedArchive if they are not those that the manifest tells of; by then some have been
   *     handed over
   */
  @Override
  public void read(Consumer<Event> reader) {
    MessageDigest digest = Fingerprint.sha256();
    Fingerprint.Sum sum = new Fingerprint.Sum();
    ZipEntry entry = entry(file, zip, Manifest.Section.entry(Manifest.EVENTS));
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new DigestInputStream(zip.getInputStream(entry), digest),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Event event = event(line);
        sum.add(event);
        reader.accept(event);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!events.content().equals(sum.fingerprint())
        || !events.sha256().equals(HexFormat.of().formatHex(digest.digest()))) {
      throw new DamagedArchive("archive.other-content", file);
    }
  }

  private Event event(String line) {
    try {
      Event event = EventCodec.read(line, Event.class);
      if (!isWhole(event)) {
        throw new DamagedArchive("archive.unreadable", file, Manifest.EVENTS);
      }
      return event;
    } catch (JacksonException e) {
      throw new DamagedArchive("archive.unreadable", file, e.getClass().getSimpleName());
    }
  }

  private static boolean isWhole(Event event) {
    return !Arrays.asList(
            event.id(), event.stream(), event.type(), event.content(), event.details())
        .contains(null);
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
