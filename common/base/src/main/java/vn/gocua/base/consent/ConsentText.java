package vn.gocua.base.consent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;

/**
 * The words of a consent: controller, data, purpose, term, rights. Their version is a hash of the
 * words, so that it proves which ones were shown.
 */
public enum ConsentText {
  /** A visit to an adult. */
  HELP,
  /** A visit for a child, agreed to by its guardian. */
  GUARDIAN,
  /** Priority groups, which are sensitive. */
  GROUPS,
  /** A seat in a class. */
  CLASS;

  private static final String VERSIONS = "/consent-versions.txt";
  private static final int HASH_BYTES = 4;
  private static final Map<String, Set<String>> LISTED = listed();

  private String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the person reads, a sentence or two a point. */
  public List<String> points(Language language, ConsentTerms terms) {
    Texts texts = Texts.of("consent", language);
    String text =
        texts.get(
            key(),
            controller(texts, terms),
            terms.retentionDays(),
            terms.expiryDays(),
            Objects.requireNonNullElseGet(terms.contact(), () -> texts.get("contact")));
    return List.of(text.split("\n", -1));
  }

  private static String controller(Texts texts, ConsentTerms terms) {
    String named = terms.controller();
    if (named != null) {
      return named;
    }
    String place = terms.place() == null ? "" : terms.place().replaceAll(",.*", "").strip();
    return place.isEmpty()
        ? texts.get("controller.unknown")
        : texts.get(
            "controller", place.substring(0, 1).toLowerCase(texts.locale()) + place.substring(1));
  }

  /** The version of the words in a language, such as {@code help-vi-1a2b3c4d}. */
  public String version(Language language) {
    Texts texts = Texts.of("consent", language);
    String words =
        String.join(
            "\n",
            texts.get(key()),
            texts.get("controller"),
            texts.get("controller.unknown"),
            texts.get("contact"));
    return key() + "-" + language.tag() + "-" + hash(words);
  }

  private static String hash(String words) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(all, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Whether a version of these words is shown now, or was once. */
  public boolean knows(@Nullable String version) {
    return LISTED.getOrDefault(key(), Set.of()).contains(version)
        || Language.all().stream().map(this::version).anyMatch(now -> now.equals(version));
  }

  /** Whether a version is on the list of all that there ever were. */
  boolean lists(String version) {
    return LISTED.getOrDefault(key(), Set.of()).contains(version);
  }

  private static Map<String, Set<String>> listed() {
    try (InputStream in = ConsentText.class.getResourceAsStream(VERSIONS)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s+"))
          .collect(
              Collectors.groupingBy(
                  words -> words[0], Collectors.mapping(words -> words[1], Collectors.toSet())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
