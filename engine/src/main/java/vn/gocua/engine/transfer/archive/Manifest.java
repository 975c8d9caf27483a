package vn.gocua.engine.transfer.archive;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What an archive says of itself.
 *
 * @param format the layout of the archive; a reader refuses one it does not know
 * @param createdAt when the first event was read
 * @param engine version of the engine that wrote it
 * @param campaigns ids of the campaigns whose start is among the events
 * @param sections what it holds; a reader that does not know one of them refuses the archive, since
 *     restoring the rest would lose it without a word
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
   * @param sha256 of the entry's bytes, unpacked, in hexadecimal
   * @param content what the records amount to in whatever order
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
