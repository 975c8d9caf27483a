package vn.gocua.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.engine.support.ConfigFolder;
import vn.gocua.engine.support.Golden;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/**
 * Every event that was ever stored and is audited can be read as a sentence, in every language and
 * without a code. The journal is the golden events of the tests.
 */
@Tag("slow")
class AuditSentencesTest {
  private static final String NOW = "2025-08-13T09:30:00+07:00";

  /** What the author of a sentence does not choose: names of accounts, and others' own words. */
  private static final Pattern NOT_OURS =
      Pattern.compile(
          "[Tt]ài khoản [a-z-]+|[Aa]ccount [a-z-]+|«[^»]*»|“[^”]*”|\\((CSV|PDF|Excel)\\)");

  private static final Pattern SLUG =
      Pattern.compile("\\b[a-z0-9]+(-[a-z0-9]+)+\\b|\\bT0[0-9]\\b|\\b[a-z]+[A-Z]");

  private static final Pattern UNFILLED = Pattern.compile("\\{[0-9]}|null");

  private static RunningEngine engine;

  @BeforeAll
  static void start(@TempDir Path folder) {
    ConfigFolder config = ConfigFolder.in(folder);
    Path data = folder.resolve("data");
    RunningEngine.start(data, config, SettableClock.at(NOW)).close();
    try (SqliteJournal journal = SqliteJournal.open(data.resolve("journal.db"))) {
      Set<String> ids = new HashSet<>();
      for (Event event : golden()) {
        // Some files are of one and the same place in a stream.
        String id = ids.add(event.id()) ? event.id() : another(event, ids);
        journal.append(
            List.of(new Event(id, event.stream(), event.type(), event.content(), event.details())));
      }
    }
    engine = RunningEngine.start(data, config, SettableClock.at(NOW));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static String another(Event event, Set<String> ids) {
    String id = event.id() + "-";
    while (!ids.add(id)) {
      id += "-";
    }
    return id;
  }

  /** The golden events in the tests' campaign, each stream's in their order. */
  private static List<Event> golden() {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/events"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".txt", ""))
          .filter(name -> !name.startsWith("campaign-started") && !name.startsWith("journal-begun"))
          .map(Golden::event)
          .map(AuditSentencesTest::here)
          .sorted(
              Comparator.comparing(Event::stream)
                  .thenComparingInt(event -> number(event.id()))
                  .thenComparing(Event::id))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The account of the tests stays as it is. */
  private static Event here(Event event) {
    UnaryOperator<String> moved =
        text ->
            text.replace("hong-van-45", "thu-nghiem")
                .replace("account/leader", "account/bi-thu")
                .replace("T07", "T01")
                .replace("T09", "T02");
    return new Event(
        moved.apply(event.id()),
        moved.apply(event.stream()),
        event.type(),
        moved.apply(event.content()),
        moved.apply(event.details()));
  }

  private static int number(String id) {
    String end = id.substring(id.lastIndexOf('/') + 1);
    return end.matches("[0-9]{1,6}") ? Integer.parseInt(end) : 0;
  }

  private static List<JsonNode> lines(Language language) {
    List<JsonNode> lines = new ArrayList<>();
    engine
        .leader()
        .with("Accept-Language", language.tag())
        .get("/api/v1/audit?limit=1000")
        .expect(200)
        .json()
        .path("lines")
        .forEach(lines::add);
    return lines;
  }

  @Test
  void shouldSayEveryDeedAsASentenceInEveryLanguage() {
    for (Language language : Language.all()) {
      Set<String> said = new TreeSet<>();
      for (JsonNode line : lines(language)) {
        String sentence = line.path("sentence").asString();
        assertThat(sentence).as(line.toString()).hasSizeGreaterThan(10).doesNotEndWith(" ");
        String ours = NOT_OURS.matcher(sentence).replaceAll("");
        assertThat(UNFILLED.matcher(ours).find()).as(sentence).isFalse();
        assertThat(language.isFirst() && SLUG.matcher(ours).find()).as(sentence).isFalse();
        assertThat(AuditCodesTest.CODES).as(sentence).noneMatch(ours::contains);
        assertThat(sentence).startsWith(line.path("parts").path("head").asString());
        said.add(line.path("what").asString());
      }
      assertThat(said).containsExactlyInAnyOrderElementsOf(AuditCodesTest.CODES);
    }
  }

  @Test
  void shouldSayItInVietnameseWithoutAnEnglishWord() {
    Set<String> english = words("en");
    english.removeAll(words("vi"));
    assertThat(english).contains("changed", "account");
    for (JsonNode line : lines(Language.first())) {
      String ours =
          NOT_OURS
              .matcher(line.path("sentence").asString())
              .replaceAll("")
              .toLowerCase(Locale.ROOT);
      assertThat(List.of(ours.split("[^\\p{L}]+"))).as(ours).doesNotContainAnyElementsOf(english);
    }
  }

  private static Set<String> words(String tag) {
    Set<String> words = new HashSet<>();
    Language language =
        Language.all().stream().filter(each -> each.tag().equals(tag)).findFirst().orElseThrow();
    Texts.of("tables", language)
        .own()
        .values()
        .forEach(text -> words.addAll(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))));
    words.removeIf(word -> word.length() < 4);
    return words;
  }

  @Test
  void shouldNameAPhoneByItsLastFourCharactersBesideTheIdOfTheContract() {
    String csv = engine.leader().get("/api/v1/audit.csv?what=phone-revoked").expect(200).body();
    String row = csv.lines().skip(1).findFirst().orElseThrow();
    assertThat(row).contains("01989f00-0000-7000-8000-000000000007");
    String sentence = row.substring(row.lastIndexOf(',') + 1);
    assertThat(sentence)
        .contains("thu hồi điện thoại", "…0007", "Tổ 01")
        .doesNotContain("01989f00");
  }
}
