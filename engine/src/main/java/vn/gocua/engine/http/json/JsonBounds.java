package vn.gocua.engine.http.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Bounds of a JSON body. The parser enforces them while it reads, so that the cost of a body is
 * bounded by its length.
 */
public enum JsonBounds {
  /** For one item: a sign-in, a request, a notice. Also for strangers. */
  SMALL(64 * 1024, 8_000),

  /** For many items: a batch of check-ins, a phone's backup, a list of teams. */
  LARGE(1024 * 1024, 250_000);

  /** Objects and arrays in one another. */
  static final int DEEPEST = 64;

  /** Characters of a field's name. */
  static final int LONGEST_NAME = 256;

  /** Fields of one object. */
  static final int MOST_FIELDS = 4_000;

  /** Objects and arrays in all; each takes many times its two characters in memory. */
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
            // The JDK's own parser is many times slower for chosen digits.
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

  /** Largest length in bytes, decompressed. */
  int mostBytes() {
    return mostBytes;
  }

  /** Largest number of tokens: names, values, beginnings and ends. */
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
