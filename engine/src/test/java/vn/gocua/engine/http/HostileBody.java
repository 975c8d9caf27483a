package vn.gocua.engine.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A body of at most 1 MiB that is meant to cost its reader more than its length says.
 *
 * @param to who may send such a body, and where
 * @param encoding its Content-Encoding, or empty
 */
@SuppressWarnings("ArrayRecordComponent")
record HostileBody(String name, To to, String encoding, byte[] bytes) {
  static final int MOST = 1 << 20;

  /** Where bodies go. */
  enum To {
    STRANGER("/api/v1/sessions", "{}"),
    PHONE("/api/v1/check-ins", "{\"checkIns\":[]}"),
    BACKUP("/api/v1/teams/T01/backups", "{\"checkIns\":[]}"),
    TABLE("/api/v1/roster/previews", "x");

    private final String path;
    private final String harmless;

    To(String path, String harmless) {
      this.path = path;
      this.harmless = harmless;
    }

    String path() {
      return path;
    }
  }

  HostileBody {
    if (bytes.length > MOST) {
      throw new IllegalArgumentException(name + " has " + bytes.length);
    }
  }

  /** A body of the same size to the same place that costs nothing. */
  HostileBody harmless() {
    String text = to.harmless + " ".repeat(Math.max(0, bytes.length - to.harmless.length()));
    return new HostileBody("harmless", to, "", text.getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return name + ", " + to + (encoding.isEmpty() ? "" : ", " + encoding);
  }

  /** Whatever we could think of; made one by one, as they are large. */
  static Stream<HostileBody> all() {
    return kinds().flatMap(bodies -> bodies);
  }

  /** The first of each kind: for each place, plain, packed and bombs. */
  static Stream<HostileBody> oneOfEachKind() {
    return kinds().flatMap(bodies -> bodies.limit(1));
  }

  private static Stream<Stream<HostileBody>> kinds() {
    return Stream.of(
        json().map(j -> new HostileBody(j.name, To.STRANGER, "", cut(j.bytes, 64 * 1024))),
        packed(To.STRANGER),
        bombs(To.STRANGER),
        json().map(j -> new HostileBody(j.name, To.PHONE, "", cut(j.bytes, MOST))),
        packed(To.PHONE),
        bombs(To.PHONE),
        backups().map(j -> new HostileBody(j.name, To.BACKUP, "", j.bytes)),
        HostileTables.all().map(j -> new HostileBody(j.name, To.TABLE, "", j.bytes)));
  }

  private static Stream<HostileBody> packed(To to) {
    return json().filter(j -> j.packs).map(j -> new HostileBody(j.name, to, "gzip", gzip(j.bytes)));
  }

  private static Stream<HostileBody> bombs(To to) {
    return Stream.of(
        new HostileBody("50 MiB of spaces", to, "gzip", gzip(new byte[50 * MOST])),
        new HostileBody("empty members", to, "gzip", times(gzip(new byte[0]), 50_000)),
        new HostileBody("members of a byte", to, "gzip", times(gzip(new byte[1]), 45_000)));
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Named(String name, boolean packs, byte[] bytes) {
    Named(String name, boolean packs, String text) {
      this(name, packs, text.getBytes(UTF_8));
    }
  }

  private static String wrapped(String value) {
    return "{\"checkIns\":[" + value + "]}";
  }

  private static String values(int count) {
    return "0,".repeat(count) + "0";
  }

  private static Stream<Named> json() {
    SplittableRandom random = new SplittableRandom(12);
    String longNames = ("{\"" + "n".repeat(48_000) + "\":").repeat(11);
    return Stream.of(
        new Named("long names over an array", true, longNames + "[" + values(255_000)),
        new Named(
            "names of 250 in 60 objects over an array",
            true,
            ("{\"" + "n".repeat(250) + "\":").repeat(60) + "[" + values(500_000)),
        new Named("an array of zeros", true, wrapped(values(500_000))),
        new Named("empty objects", true, wrapped("{},".repeat(340_000) + "{}")),
        new Named("arrays in one another", false, "[".repeat(MOST)),
        new Named("one name in half a million", false, "{\"a\":".repeat(200_000)),
        new Named("many names", false, names(IntStream.range(0, 90_000).mapToObj(i -> "f" + i))),
        new Named(
            "names at random",
            false,
            names(
                IntStream.range(0, 60_000)
                    .mapToObj(_ -> Long.toString(random.nextLong() & Long.MAX_VALUE, 36)))),
        new Named(
            "names of one hash",
            false,
            names(IntStream.range(0, 1 << 14).mapToObj(HostileBody::colliding))),
        new Named(
            "one name again and again", true, names(Stream.generate(() -> "a").limit(150_000))),
        new Named("a number", true, wrapped("7".repeat(MOST - 100))),
        new Named(
            "numbers of 100 digits", true, wrapped(("9".repeat(99) + ",").repeat(10_000) + "1")),
        new Named(
            "fractions hard to round",
            true,
            wrapped(("9007199254740993.0" + "0".repeat(80) + "1,").repeat(9_500) + "1")),
        new Named(
            "fractions of many nines",
            true,
            wrapped(("9".repeat(50) + "." + "9".repeat(48) + ",").repeat(10_000) + "1")),
        new Named("exponents", true, wrapped("1e999999999,-1e-999999999,".repeat(38_000) + "1")),
        new Named("a string of escapes", true, wrapped("\"" + "\\u1ec7".repeat(170_000) + "\"")),
        new Named("items that are wrong", true, wrapped(items(500, "x".repeat(2000)))),
        new Named(
            "bytes that are no letters",
            false,
            ("{\"checkIns\":\"" + "\u00c1\u00ff\u00fe".repeat(340_000)).getBytes(ISO_8859_1)));
  }

  private static String items(int count, String value) {
    String id = "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41";
    return IntStream.range(0, count)
        .mapToObj(_ ->
            "{\"id\":\""
                + id
                + "\",\""
                + value.substring(0, 200)
                + "\":\""
                + value.substring(0, 1800)
                + "\"}")
        .collect(Collectors.joining(","));
  }

  private static String names(Stream<String> names) {
    return names.map(n -> "\"" + n + "\":0").collect(Collectors.joining(",", "{", "}"));
  }

  /** Texts that {@link String#hashCode} takes for one another. */
  private static String colliding(int number) {
    String bits = Integer.toBinaryString((1 << 14) + number).substring(1);
    return bits.replace("0", "Aa").replace("1", "BB");
  }

  private static Stream<Named> backups() {
    String head = "{\"format\":\"gocua-phone-backup\",\"version\":1,\"checkIns\":[";
    return Stream.of(
        new Named("a backup of zeros", false, head + values(240_000) + "]}"),
        new Named(
            "takings back of nothing",
            false,
            head + "],\"voids\":[" + "{},".repeat(120_000) + "0]}"),
        new Named(
            "a code of a million letters",
            false,
            "{\"parts\":[" + ("\"" + "#b=1.".repeat(19_000) + "\",").repeat(10) + "\"\"]}"));
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packer = new GZIPOutputStream(out)) {
      packer.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] cut(byte[] bytes, int most) {
    return bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
  }

  private static byte[] times(byte[] one, int count) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < count && all.size() + one.length <= MOST; i++) {
      all.writeBytes(one);
    }
    return all.toByteArray();
  }
}
