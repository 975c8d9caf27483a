package vn.gocua.engine.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.InvalidConfig;
import vn.gocua.base.text.Texts;
import vn.gocua.protocol.content.GuideInfo;

/** Guides are read whole, or every mistake is named with its line; those we ship are good ones. */
class GuideFolderTest {
  private static final Path SHIPPED = Path.of("..", "config", "guides");
  private static final String GOOD =
      """
      ---
      title: Bài mẫu
      summary: Để thử.
      lastChecked: 2025-08-10
      sources: ["Cổng mẫu"]
      ---

      ## Bước đầu

      Một **câu** & một dấu.

      - Ý thứ nhất.
      - Ý thứ hai.

      ## Bước sau

      Xong.
      """;

  @TempDir private Path folder;

  private List<Guide> read(Path from) {
    ConfigErrors errors = new ConfigErrors();
    List<Guide> guides = GuideFolder.read(from, errors);
    errors.throwIfAny();
    return guides;
  }

  private List<String> mistakes(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    ConfigErrors errors = new ConfigErrors();
    assertThat(GuideFolder.read(folder, errors)).isEmpty();
    try {
      errors.throwIfAny();
      return List.of();
    } catch (InvalidConfig bad) {
      return bad.mistakes();
    }
  }

  @Test
  void shouldReadWhatIsWritten() throws IOException {
    Files.writeString(folder.resolve("mau.md"), GOOD);
    Guide guide = read(folder).getFirst();
    assertThat(guide.slug()).isEqualTo("mau");
    assertThat(guide.lastChecked()).isEqualTo(LocalDate.of(2025, 8, 10));
    assertThat(guide.steps())
        .extracting(GuideInfo.Step::title)
        .containsExactly("Bước đầu", "Bước sau");
    assertThat(guide.steps().getFirst().html())
        .contains("<strong>câu</strong> &amp; một", "<li>Ý thứ hai.</li>");
    assertThat(guide.steps().getFirst().text())
        .startsWith("Một câu & một dấu.")
        .doesNotContain("*", "<");
  }

  @Test
  void shouldNotClaimACheckThatNobodyHasMade() throws IOException {
    Files.writeString(folder.resolve("mau.md"), GOOD.replace("lastChecked: 2025-08-10\n", ""));
    Guide guide = read(folder).getFirst();
    assertThat(guide.lastChecked()).isNull();
    assertThat(new GuidePage(Texts.of("guide")).of(guide, ""))
        .contains("Bài mẫu: xã chưa đối chiếu")
        .doesNotContain("Kiểm tra lần cuối");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Xong. | <script>alert(1)</script> | guides/mau.md:17: HTML is not used here",
        "Xong. | [bấm](https://la.vn) | guides/mau.md:17: links are not used",
        "Xong. | ![ảnh](a.png) | guides/mau.md:17: pictures are not used",
        "## Bước sau | # Bước sau | guides/mau.md:15: only «## headings»",
        "Xong. | '' | guides/mau.md:15: this step says nothing",
        "lastChecked: 2025-08-10 | lastChecked: hôm qua | guides/mau.md:4: «hôm qua» is not a date",
        "summary: Để thử. | tag: x | guides/mau.md:3: «tag» không có nghĩa ở đây",
        "title: Bài mẫu | picture: ../a.svg | guides/mau.md:2: «../a.svg» must be the name",
        "title: Bài mẫu | picture: la.svg | guides/mau.md:2: la.svg: cannot be read"
      })
  void shouldNameEveryMistakeWithItsLine(String piece, String by, String mistake)
      throws IOException {
    assertThat(mistakes("mau.md", GOOD.replace(piece, by)))
        .anySatisfy(found -> assertThat(found).startsWith(mistake));
  }

  @Test
  void shouldRefuseAFileThatIsNoGuide() throws IOException {
    assertThat(mistakes("mau.md", "## Bước\n\nXong.\n"))
        .containsExactly(
            "guides/mau.md:1: must begin with front matter between two lines of «---»");
    assertThat(mistakes("mau.md", GOOD.substring(0, GOOD.indexOf("## "))))
        .containsExactly("guides/mau.md: has no step: each begins with a «## heading»");
  }

  @ParameterizedTest
  @CsvSource({
    "<svg><script>1</script></svg>",
    "<svg onload=\"x()\"></svg>",
    "<svg><use href=\"#a\"/></svg>",
    "<svg><path style=\"fill:red\"/></svg>",
    "<html></html>"
  })
  void shouldRefuseAPictureThatDoesMoreThanDraw(String svg) throws IOException {
    Files.writeString(folder.resolve("hinh.svg"), svg);
    assertThat(mistakes("mau.md", GOOD.replace("title:", "picture: hinh.svg\ntitle:")))
        .anySatisfy(found -> assertThat(found).startsWith("guides/mau.md:2: hinh.svg: "));
  }

  @Test
  void shouldHaveNoGuidesWithoutAFolder() {
    assertThat(read(folder.resolve("nothing"))).isEmpty();
  }

  @Test
  void shouldEscapeWhateverStandsInAPage() {
    Guide guide =
        new Guide(
            "x",
            1,
            "<b>\"Đậm\"</b>",
            "A & B",
            LocalDate.of(2025, 8, 10),
            List.of("<i>"),
            List.of(new GuideInfo.Step("<u>", "<p>C</p>", "C")),
            null);
    String page = new GuidePage(Texts.of("guide")).of(guide, "'D'");
    assertThat(page)
        .contains("&lt;b&gt;&quot;Đậm&quot;&lt;/b&gt;", "A &amp; B", "&lt;u&gt;", "&#39;D&#39;")
        .contains("10/08/2025", "<p>C</p>")
        .doesNotContain("<b>", "<u>", "<script", "style=");
  }

  @Test
  void shouldShipEightGuidesThatFitAScreenAStep() {
    List<Guide> guides = read(SHIPPED);
    assertThat(guides).hasSizeGreaterThanOrEqualTo(8);
    for (Guide guide : guides) {
      assertThat(guide.sources()).as(guide.slug()).isNotEmpty();
      assertThat(guide.title()).as(guide.slug()).hasSizeLessThanOrEqualTo(60);
      assertThat(guide.summary()).as(guide.slug()).hasSizeLessThanOrEqualTo(140);
      assertThat(guide.picture()).as(guide.slug()).isNotNull();
      assertThat(guide.steps()).as(guide.slug()).hasSizeBetween(4, 12);
      for (GuideInfo.Step step : guide.steps()) {
        assertThat(step.title()).as(guide.slug()).hasSizeLessThanOrEqualTo(60);
        assertThat(step.text())
            .as(guide.slug() + ": " + step.title())
            .hasSizeLessThanOrEqualTo(520);
        // No fee, no number to call, no paragraph of a law: they change, and a guide stays.
        assertThat(Objects.requireNonNull(step.text()).toLowerCase(Locale.ROOT))
            .as(guide.slug() + ": " + step.title())
            .doesNotContainPattern("[0-9.]{4,} ?(đồng|đ\\b)")
            .doesNotContainPattern("\\b(0|1)[0-9]{8,}\\b")
            .doesNotContainPattern("(luật|nghị định|thông tư) (số )?[0-9]");
      }
    }
  }
}
