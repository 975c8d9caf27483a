package vn.gocua.engine.http.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * What a body of JSON may be made of. The parser itself keeps to it while it reads, so that
 * whatever is read with it costs little and no more than its length says.
 */
public enum JsonBounds {
  /** For one thing: a sign-in, a request, a notice. Also what strangers may send. */
  SMALL(64 * 1024, 8_000),

  /** For many at once: a batch of check-ins, a phone's backup, a list of teams. */
  LARGE(1024 * 1024, 250_000);

  /** Objects and arrays in one another. */
  static final int DEEPEST = 64;

  /** Characters of a field's name. */
  static final int LONGEST_NAME = 256;

  /** Fields of one object. */
  static final int MOST_FIELDS = 4_000;

  /** Objects and arrays of the whole; each takes many times its two characters in memory. */
  static final int MOST_NESTS = 40_000;

  /** Characters of a number; a longer one is no number that a field could mean. */
  static final int LONGEST_NUMBER = 100;

  private final int mostBytes;
  private final int mostTokens;

  /** Never changes once it is built. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final JsonFactory factory;

  /**
   * @param mostBytes of the whole, unpacked
   * @param mostTokens names, values, and where objects and arrays begin and end
   */
  JsonBounds(int mostBytes, int mostTokens) {
    this.mostBytes = mostBytes;
    this.mostTokens = mostTokens;
    this.factory =
        JsonFactory.builder()
            // The JDK's own takes many times as long for digits that are chosen for it.
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_NAME)
                    .maxTokenCount(mostTokens)
                    .maxStringLength(mostBytes)
                    .maxDocumentLength(mostBytes)
                    // A long number is the fault of its field; it is never made a number.
                    .maxNumberLength(mostBytes)
                    .build())
            .build();
  }

  /** How long the whole may be, in bytes, unpacked. */
  int mostBytes() {
    return mostBytes;
  }

  /** How many names, values, beginnings and ends there may be. */
  int mostTokens() {
    return mostTokens;
  }

  /** The same in words: a number and its unit. */
  public String inWords() {
    return mostBytes < 1 << 20 ? mostBytes / 1024 + " KiB" : mostBytes / (1 << 20) + " MiB";
  }

  JsonParser parser(byte[] json) {
    return factory.createParser(ObjectReadContext.empty(), json);
  }
}
