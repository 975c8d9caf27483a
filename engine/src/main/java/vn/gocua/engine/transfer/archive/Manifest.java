package vn.gocua.engine.transfer.archive;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Manifest of an archive.
 *
 * @param format layout of the archive; an unknown one is refused
 * @param createdAt when the first event was read
 * @param engine version of the engine that wrote it
 * @param campaigns ids of the campaigns whose start is among the events
 * @param sections its parts; an unknown one is refused, since restoring only the rest would lose
 *     data silently
 */
public record Manifest(
    int format, Instant createdAt, String engine, List<String> campaigns, List<Section> sections) {
  static final int FORMAT = 1;

  /** The name of the entry that holds the manifest. */
  static final String ENTRY = "manifest.json";

  public Manifest {
    campaigns = List.copyOf(campaigns);
    sections = List.copyOf(sections);
  }

  /**
   * One named part of an archive: an entry {@code <name>.jsonl}, one JSON record a line.
   *
   * @param sha256 of the entry's bytes, decompressed, in hexadecimal
   * @param content fingerprint of the records
   */
  public record Section(String name, String sha256, Fingerprint content) {
    public Section {
      Objects.requireNonNull(name);
      Objects.requireNonNull(sha256);
      Objects.requireNonNull(content);
    }

    static String entry(String name) {
      return name + ".jsonl";
    }
  }
}
