package vn.gocua.engine.advisories;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A library that a program is made of, as OSV names it.
 *
 * @param ecosystem {@code Maven} or {@code npm}
 * @param name {@code group:artifact}, or npm's own name
 */
public record Part(String ecosystem, String name, String version) implements Comparable<Part> {
  private static final Pattern PURL =
      Pattern.compile("pkg:(maven|npm)/(?:([^/@?#]+)/)?([^/@?#]+)@([^/@?#]+)(?:[?#].*)?");
  private static final Comparator<Part> ORDER =
      Comparator.comparing(Part::ecosystem).thenComparing(Part::name).thenComparing(Part::version);

  /** Group of npm packages packed as jars: OSV has them by npm's name. */
  private static final String PACKED_NPM = "org.webjars.npm";

  /** Reads a package URL; empty if it is of a kind that OSV is not asked about here. */
  public static Optional<Part> of(String purl) {
    Matcher matcher = PURL.matcher(purl);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String space = matcher.group(2) == null ? "" : decoded(matcher.group(2));
    String name = decoded(matcher.group(3));
    String version = decoded(matcher.group(4));
    if (matcher.group(1).equals("npm")) {
      return Optional.of(npm(space.isEmpty() ? name : space + "/" + name, version));
    }
    return Optional.of(
        space.equals(PACKED_NPM)
            ? npm(name.contains("__") ? "@" + name.replaceFirst("__", "/") : name, version)
            : new Part("Maven", space + ":" + name, version));
  }

  static Part npm(String name, String version) {
    return new Part("npm", name, version);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public int compareTo(Part other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
