package vn.gocua.engine.advisories;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * A published vulnerability.
 *
 * @param aliases its other names, mostly a CVE number
 * @param severity in a word, empty if the database has none
 * @param fixed versions of the affected part without it
 * @param withdrawn whether its publishers have withdrawn it
 */
public record Advisory(
    String id,
    List<String> aliases,
    String summary,
    String severity,
    List<String> fixed,
    boolean withdrawn) {
  private static final int LONGEST = 200;

  /** The advisory in OSV's JSON, as it affects a part. */
  static Advisory of(String id, JsonNode json, Part part) {
    List<String> aliases = new ArrayList<>();
    json.path("aliases").forEach(alias -> aliases.add(plain(alias.asString(""))));
    Set<String> fixed = new TreeSet<>();
    for (JsonNode affected : json.path("affected")) {
      if (affected.at("/package/name").asString("").equals(part.name())) {
        affected
            .path("ranges")
            .findValues("fixed")
            .forEach(version -> fixed.add(plain(version.asString(""))));
      }
    }
    String summary = json.path("summary").asString("");
    return new Advisory(
        id,
        aliases,
        plain(summary.isBlank() ? json.path("details").asString("") : summary),
        plain(json.at("/database_specific/severity").asString("")).toLowerCase(Locale.ROOT),
        List.copyOf(fixed),
        json.has("withdrawn"));
  }

  /** One printable line of any text. */
  private static String plain(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
