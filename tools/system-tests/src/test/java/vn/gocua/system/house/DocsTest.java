package vn.gocua.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How long lines and sentences of the documents are, so that a newcomer reads them once. */
class DocsTest {
  private static final Path DECISIONS = House.ROOT.resolve("docs/decisions");
  private static final String FIRST_UNDER_THE_RULE = "0028";
  private static final int LINE = 120;
  private static final int WORDS = 25;

  private static final Pattern FENCED = Pattern.compile("(?s)```.*?```");
  private static final Pattern NO_PROSE = Pattern.compile("(?m)^( {4}|\\||#|<|!\\[).*$");
  private static final Pattern LINK = Pattern.compile("\\]\\([^)]*\\)");
  private static final Pattern PARAGRAPH =
      Pattern.compile("\\n\\s*\\n|\\n(?=\\s*([-*+]|\\d+\\.)\\s)");
  private static final Pattern TARGET = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?:])\\s+");

  /** Tables, links, pictures and commands are as long as they are. */
  @Test
  void shouldHaveNoLineOver120Characters() throws Exception {
    List<String> tooLong = new ArrayList<>();
    for (Path document : documents()) {
      List<String> lines = House.text(document).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        String start = line.stripLeading();
        boolean code = line.startsWith("    ") || start.startsWith("\"");
        boolean whole = start.startsWith("|") || start.startsWith("[") || start.startsWith("![");
        if (line.length() > LINE && !code && !whole) {
          tooLong.add(House.ROOT.relativize(document) + ":" + (i + 1));
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  /** Decisions of before the rule are not rewritten, nor is the list of changes. */
  @Test
  void shouldHaveNoSentenceOver25Words() throws Exception {
    List<String> tooLong = new ArrayList<>();
    for (Path document : documents()) {
      if (isOldDecision(document) || document.endsWith("CHANGELOG.md")) {
        continue;
      }
      String prose = FENCED.matcher(House.text(document)).replaceAll("");
      prose = NO_PROSE.matcher(prose).replaceAll("");
      for (String paragraph : PARAGRAPH.splitAsStream(prose).toList()) {
        String text = LINK.matcher(paragraph).replaceAll("]").strip().replaceAll("\\s+", " ");
        for (String sentence : SENTENCE.splitAsStream(text).toList()) {
          // A row of captions is no sentence.
          if (new StringTokenizer(sentence).countTokens() > WORDS && !sentence.contains(" · ")) {
            tooLong.add(House.ROOT.relativize(document) + ": " + sentence);
          }
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void shouldLinkToFilesThatAreThere() throws Exception {
    List<String> dead = new ArrayList<>();
    for (Path document : documents()) {
      for (MatchResult link : TARGET.matcher(House.text(document)).results().toList()) {
        if (!Files.exists(document.resolveSibling(link.group(1)))) {
          dead.add(House.ROOT.relativize(document) + ": " + link.group(1));
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  private static boolean isOldDecision(Path document) {
    return document.startsWith(DECISIONS)
        && document.getFileName().toString().compareTo(FIRST_UNDER_THE_RULE) < 0;
  }

  /** README and what lies at the top, and all below docs. */
  private static List<Path> documents() throws Exception {
    try (Stream<Path> top = Files.list(House.ROOT);
        Stream<Path> docs = Files.walk(House.ROOT.resolve("docs"))) {
      List<Path> documents =
          Stream.concat(top, docs)
              .filter(each -> each.toString().endsWith(".md"))
              .sorted()
              .toList();
      assertThat(documents).contains(House.ROOT.resolve("README.md"));
      return documents;
    }
  }
}
