package vn.gocua.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.EventCodec;
import vn.gocua.engine.transfer.archive.ArchiveReader;
import vn.gocua.engine.transfer.archive.ArchiveSeal;
import vn.gocua.engine.transfer.archive.ArchiveWriter;
import vn.gocua.engine.transfer.archive.DamagedArchive;
import vn.gocua.engine.transfer.archive.Fingerprint;
import vn.gocua.engine.transfer.archive.Manifest;
import vn.gocua.engine.transfer.archive.Progress;
import vn.gocua.engine.transfer.archive.SealedRecord;
import vn.gocua.engine.transfer.archive.SectionKind;

class ArchiveTest {
  private static final List<Event> EVENTS = Sample.events("mot", 400);
  private static final List<SealedRecord> SEALED =
      List.of(new SealedRecord("ref", "AQID", Instant.parse("2025-08-22T02:00:00.123Z")));
  private static final Instant AT = Instant.parse("2025-08-22T03:00:00Z");

  private final Progress silent =
      new Progress(new PrintWriter(Writer.nullWriter()), false, () -> 0);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("backup.zip");
  }

  private Manifest write() throws IOException {
    try (ArchiveWriter archive = new ArchiveWriter(file, null)) {
      archive.section(SectionKind.EVENTS, Sample.source(EVENTS), silent);
      archive.section(SectionKind.VAULT, Sample.source(SEALED), silent);
      return archive.finish(AT, "1.0");
    }
  }

  private List<Event> read() throws IOException {
    List<Event> events = new ArrayList<>();
    try (ArchiveReader archive = ArchiveReader.open(file, null, silent)) {
      archive.section(SectionKind.EVENTS).read(events::add);
    }
    return events;
  }

  private void assertRefused(String... words) {
    assertThatThrownBy(this::read)
        .isInstanceOf(DamagedArchive.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void shouldReadWhatItWrote() throws IOException {
    Manifest written = write();
    assertThat(read()).isEqualTo(EVENTS);
    try (ArchiveReader archive = ArchiveReader.open(file, null, silent)) {
      assertThat(archive.manifest()).isEqualTo(written);
      assertThat(written.campaigns()).containsExactly("thu-nghiem");
      assertThat(archive.section(SectionKind.EVENTS).size()).isEqualTo(EVENTS.size());
      List<SealedRecord> sealed = new ArrayList<>();
      archive.section(SectionKind.VAULT).read(sealed::add);
      assertThat(sealed).isEqualTo(SEALED);
    }
  }

  @Test
  void shouldBeAZipThatAnyProgramOpens() throws IOException {
    write();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactly("events.jsonl", "vault.jsonl", "manifest.json");
    }
    assertThat(Files.size(file)).isLessThan(EVENTS.size() * 120L);
  }

  @Test
  void shouldRefuseAFileThatLostItsEnd() throws IOException {
    write();
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 1, 50, 77, 78, 500, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused("bị cắt cụt");
    }
  }

  @Test
  void shouldRefuseAFileInWhichOneByteIsOther() throws IOException {
    write();
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      int at = i < 100 ? whole.length - 1 - i : random.nextInt(whole.length);
      byte[] altered = whole.clone();
      altered[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, altered);
      assertThatThrownBy(this::read).as("byte " + at).isInstanceOf(DamagedArchive.class);
    }
    Files.write(file, whole);
    assertThat(read()).isEqualTo(EVENTS);
  }

  @Test
  void shouldRefuseAFileThatIsLonger() throws IOException {
    write();
    Files.write(file, new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
    assertRefused("bị cắt cụt");
  }

  /** A ZIP of somebody's making, sealed as ours are. */
  private void seal(Map<String, String> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setComment(ArchiveSeal.BLANK);
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    ArchiveSeal.put(file, null);
  }

  private static String manifest(int format, Manifest.Section... sections) {
    return EventCodec.json(new Manifest(format, AT, "1.0", List.of(), List.of(sections)));
  }

  private static Manifest.Section section(String name) {
    return new Manifest.Section(name, "00", new Fingerprint(1, "00"));
  }

  @Test
  void shouldRefuseASectionThatItDoesNotKnowInsteadOfLosingIt() throws IOException {
    seal(Map.of("manifest.json", manifest(1, section("events"), section("photos"))));
    assertRefused("events, photos");
  }

  @Test
  void shouldRefuseAFormatThatItDoesNotKnow() throws IOException {
    seal(Map.of("manifest.json", "{\"format\":2,\"everything\":\"is other\"}"));
    assertRefused("định dạng 2");
  }

  @Test
  void shouldRefuseWhatHasNoManifestOrNoEvents() throws IOException {
    seal(Map.of("other.txt", "x"));
    assertRefused("manifest.json");
    seal(Map.of("manifest.json", "not JSON"));
    assertRefused("không đọc được");
    seal(Map.of("manifest.json", "{\"format\":1}"));
    assertRefused("không đọc được");
    seal(Map.of("manifest.json", manifest(1, section("events"))));
    assertRefused("events.jsonl");
  }

  @Test
  void shouldRefuseEventsThatTheManifestDoesNotTellOf() throws IOException {
    String line = EventCodec.json(EVENTS.getFirst()) + "\n";
    seal(Map.of("manifest.json", manifest(1, section("events")), "events.jsonl", line));
    assertRefused("không khớp với bản kê");
  }

  @Test
  void shouldRefuseAnEventWithAPieceMissing() throws IOException {
    seal(Map.of("manifest.json", manifest(1, section("events")), "events.jsonl", "{\"id\":\"a\"}"));
    assertRefused("không đọc được");
  }

  private static Manifest.Section section(long count) {
    return new Manifest.Section("events", "00", new Fingerprint(count, "00"));
  }

  @Test
  void shouldRefuseAManifestWithoutEnd() throws IOException {
    seal(Map.of("manifest.json", manifest(1, section(1)) + " ".repeat(2 << 20)));
    assertRefused("manifest.json");
  }

  @Test
  void shouldRefuseARecordWithoutEnd() throws IOException {
    seal(Map.of("manifest.json", manifest(1, section(1)), "events.jsonl", " ".repeat(60 << 20)));
    assertThat(Files.size(file)).isLessThan(1 << 20);
    assertRefused("events.jsonl");
  }

  @Test
  void shouldHandOverNoMoreRecordsThanItsManifestTellsOf() throws IOException {
    String line = EventCodec.json(EVENTS.getFirst()) + "\n";
    seal(Map.of("manifest.json", manifest(1, section(3)), "events.jsonl", line.repeat(5_000)));
    List<Event> handedOver = new ArrayList<>();
    try (ArchiveReader archive = ArchiveReader.open(file, null, silent)) {
      assertThatThrownBy(() -> archive.section(SectionKind.EVENTS).read(handedOver::add))
          .hasMessageContaining("không khớp với bản kê");
    }
    assertThat(handedOver).hasSize(3);
  }

  @Test
  void shouldRefuseASmallFileOfUnknownOriginThatWouldBecomeAHugeOne() throws IOException {
    Event first = EVENTS.getFirst();
    Event grown =
        new Event(first.id(), first.stream(), first.type(), "x".repeat(1 << 20), first.details());
    String line = EventCodec.json(grown) + "\n";
    seal(Map.of("manifest.json", manifest(1, section(1_000)), "events.jsonl", line.repeat(100)));
    assertThat(Files.size(file)).isLessThan(1 << 20);
    assertRefused("events.jsonl");
  }
}
