package vn.gocua.engine.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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
  private static final LocalDate TODAY = LocalDate.of(2025, 8, 12);
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
    List<Guide> guides = GuideFolder.read(from, TODAY, errors);
    errors.throwIfAny();
    return guides;
  }

  private List<String> mistakes(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse(TODAY + "T00:00:00Z")));
    ConfigErrors errors = new ConfigErrors();
    assertThat(GuideFolder.read(folder, TODAY, errors)).isEmpty();
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
        .contains("<p class=\"mark\">Mẫu, chưa đối chiếu</p>", "Xã chưa đối chiếu bài này")
        .doesNotContain("Đã đối chiếu");
  }

  @Test
  void shouldSayWhoHasComparedItAndWhen() throws IOException {
    Files.writeString(folder.resolve("mau.md"), GOOD);
    assertThat(new GuidePage(Texts.of("guide")).of(read(folder).getFirst(), ""))
        .contains("<p class=\"mark\">Đã đối chiếu ngày 10/08/2025</p>")
        .doesNotContain("Mẫu, chưa đối chiếu");
    Files.writeString(
        folder.resolve("mau.md"),
        GOOD.replace("sources:", "checkedBy: Công chức văn hóa & xã hội\nsources:"));
    Guide guide = read(folder).getFirst();
    assertThat(guide.checkedBy()).isEqualTo("Công chức văn hóa & xã hội");
    assertThat(new GuidePage(Texts.of("guide")).of(guide, ""))
        .contains("Đã đối chiếu ngày 10/08/2025 · Công chức văn hóa &amp; xã hội");
  }

  /** A clock that is behind the guide's own file has stopped; the guide is none the worse. */
  @Test
  void shouldTakeADayThatOnlyAWrongClockDoesNotKnowYet() throws IOException {
    Path file = folder.resolve("mau.md");
    Files.writeString(file, GOOD.replace("2025-08-10", "2025-09-01"));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-09-01T03:00:00Z")));
    assertThat(read(folder).getFirst().lastChecked()).isEqualTo("2025-09-01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Xong. | <script>alert(1)</script> | guides/mau.md:17: không dùng HTML",
        "Xong. | [bấm](https://la.vn) | guides/mau.md:17: không dùng liên kết",
        "Xong. | ![ảnh](a.png) | guides/mau.md:17: không đặt hình",
        "## Bước sau | # Bước sau | guides/mau.md:15: chỉ dùng tiêu đề «## …»",
        "Xong. | '' | guides/mau.md:15: bước này chưa viết gì",
        "lastChecked: 2025-08-10 | lastChecked: hôm qua | guides/mau.md:4: «hôm qua» không phải là ngày",
        "lastChecked: 2025-08-10 | lastChecked: 2025-02-30 | guides/mau.md:4: «2025-02-30» không phải",
        "lastChecked: 2025-08-10 | lastChecked: 2025-08-13 | guides/mau.md:4: chưa đến ngày 2025-08-13",
        "lastChecked: 2025-08-10 | lastChecked: 0206-12-01 | guides/mau.md:4: chưa thể đối chiếu từ",
        "lastChecked: 2025-08-10 | checkedBy: Công chức | guides/mau.md:4: cần có thêm «lastChecked»",
        "summary: Để thử. | tag: x | guides/mau.md:3: «tag» không có nghĩa ở đây",
        "title: Bài mẫu | picture: ../a.svg | guides/mau.md:2: «../a.svg» phải là tên một tệp SVG",
        "title: Bài mẫu | picture: la.svg | guides/mau.md:2: không đọc được la.svg"
      })
  void shouldNameEveryMistakeWithItsLine(String piece, String by, String mistake)
      throws IOException {
    assertThat(mistakes("mau.md", GOOD.replace(piece, by)))
        .anySatisfy(found -> assertThat(found).startsWith(mistake));
  }

  @Test
  void shouldRefuseAFileThatIsNoGuide() throws IOException {
    assertThat(mistakes("mau.md", "## Bước\n\nXong.\n"))
        .singleElement()
        .asString()
        .startsWith("guides/mau.md:1: phải bắt đầu bằng phần đầu")
        .endsWith(" / must begin with front matter between two lines of «---»");
    assertThat(mistakes("mau.md", GOOD.substring(0, GOOD.indexOf("## "))))
        .singleElement()
        .asString()
        .startsWith("guides/mau.md: chưa có bước nào");
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
        .anySatisfy(found -> assertThat(found).startsWith("guides/mau.md:2: hinh.svg "));
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
            "<s>",
            List.of("<i>"),
            List.of(new GuideInfo.Step("<u>", "<p>C</p>", "C")),
            null);
    String page = new GuidePage(Texts.of("guide")).of(guide, "'D'");
    assertThat(page)
        .contains("&lt;b&gt;&quot;Đậm&quot;&lt;/b&gt;", "A &amp; B", "&lt;u&gt;", "&#39;D&#39;")
        .contains("10/08/2025", "<p>C</p>")
        .doesNotContain("<b>", "<u>", "<s>", "<script", "style=");
  }

  @Test
  void shouldShipGuidesThatFitAScreenAStep() {
    List<Guide> guides = read(SHIPPED);
    assertThat(guides)
        .extracting(Guide::slug)
        .contains(
            "tro-cap-khuyet-tat", "tra-cuu-bang-ma-qr", "nop-phi-truc-tuyen", "tra-cuu-ho-so");
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
