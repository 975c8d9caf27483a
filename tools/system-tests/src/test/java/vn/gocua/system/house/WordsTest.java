package vn.gocua.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that people misread, or that are no longer used, come back into no text and no guide. */
class WordsTest {
  private static final Path TEXTS = House.ROOT.resolve("common/base/src/main/resources/text/vi");
  private static final Path CONFIG = House.ROOT.resolve("config");

  /** Written for people of the commune, who are not spoken to as residents are. */
  private static final String WORKERS = "(phone|desk|report|tables)\\.properties";

  /** Written for residents, most of them old. */
  private static final String RESIDENTS = "(kiosk|ticket|guide)\\.properties|guides/.+\\.md";

  private static final String ALL = ".*";

  /**
   * A word that is not used.
   *
   * @param where files, by the end of their path
   * @param better what stands there instead, or why not
   */
  private record Old(Pattern word, String where, String better) {
    static Old of(String word, String better) {
      return in(ALL, word, better);
    }

    static Old in(String where, String word, String better) {
      int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE;
      return new Old(Pattern.compile(word, flags), where, better);
    }
  }

  private static final List<Old> OLD =
      List.of(
          Old.of("bỏ phiếu", "«hủy phiếu»: this one means to vote"),
          Old.of("xếp lớp", "«mở lớp»"),
          Old.of("im tiếng|\\bim (từ )?[0-9]+ giờ", "«chưa báo về», which blames nobody"),
          Old.of("chưa hứa giữ", "«có thể tự xóa»"),
          Old.of("\\bra tệp\\b", "«lưu thành tệp»"),
          Old.of("=phần$", "«tỷ lệ», where a share is meant"),
          Old.of("gửi vừa xong", "«vừa gửi»"),
          Old.of("số gọi\\b", "«số điện thoại»"),
          Old.of("đổi lúc tổ đến", "«đổi giờ»"),
          Old.of("=thôi$", "«đóng», where it closes a dialog"),
          Old.of("rút (lại )?(yêu cầu|phiếu)|=vâng, rút", "«hủy yêu cầu»"),
          Old.of("=ai đến$", "«danh sách đăng ký»"),
          Old.of("=đã hoàn thành$", "«đã kết thúc»: a date says nothing of what was reached"),
          Old.of("(?<!lượt )người dân được giúp", "«lượt người được giúp»: visits are added up"),
          Old.of("bộ phận một cửa", "«Điểm phục vụ hành chính công», since 1/7/2025"),
          Old.of("không tiền mặt", "«không dùng tiền mặt»"),
          Old.of("(?<!q)u[ỳýỷỹỵ](?!\\p{L})", "the tone on «u»: hủy, thủy"),
          Old.of("o[àáảãạèéẻẽẹ](?!\\p{L})", "the tone on «o»: xóa, khóa, hòa, khỏe"),
          Old.of("(?<!\\p{L}|nỏ )bạn(?! bè)", "«bác» to residents, «anh chị» on phone and desk"),
          Old.in(WORKERS, "(?<!\\p{L})bác(?!\\p{L})", "«anh chị»"),
          Old.in(RESIDENTS, "anh chị", "«bác»"),
          Old.in(RESIDENTS, "GOCUA_|\\b(server|token|link|website)\\b", "Vietnamese words"));

  /** All that people read: texts, guides and samples, and pages with words of their own. */
  private static List<Path> files() {
    List<Path> files = new ArrayList<>(House.files(TEXTS, ".properties"));
    files.addAll(House.files(CONFIG, ".md"));
    files.addAll(House.files(CONFIG, ".yaml"));
    for (House.Module module : House.modules()) {
      for (String ending : List.of(".html", ".webmanifest")) {
        files.addAll(House.files(module.resources(), ending));
      }
    }
    files.add(House.ROOT.resolve("README.md"));
    try (Stream<Path> docs = Files.list(House.ROOT.resolve("docs"))) {
      docs.filter(each -> each.toString().endsWith(".md")).forEach(files::add);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return files;
  }

  private static List<String> faults(String name, String text) {
    List<String> faults = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (Old old : OLD) {
      if (!Pattern.compile("(.*/)?(" + old.where() + ")").matcher(name).matches()) {
        continue;
      }
      for (int i = 0; i < lines.size(); i++) {
        var found = old.word().matcher(lines.get(i));
        if (found.find()) {
          faults.add("%s:%d «%s»: %s".formatted(name, i + 1, found.group(), old.better()));
        }
      }
    }
    return faults;
  }

  @Test
  void shouldUseTheWordsThatPeopleUse() {
    List<String> faults = new ArrayList<>();
    List<Path> files = files();
    assertThat(files)
        .contains(CONFIG.resolve("guides/tra-cuu-ho-so.md"), TEXTS.resolve("desk.properties"));
    for (Path file : files) {
      faults.addAll(faults(House.ROOT.relativize(file).toString(), House.text(file)));
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "x/desk.properties, a=Bỏ phiếu HV-0001",
    "x/desk.properties, a=Im 24 giờ",
    "x/desk.properties, a=Thôi",
    "x/desk.properties, a=Mời bác xem",
    "x/phone.properties, a=Đã huỷ",
    "x/phone.properties, a=Cảm ơn bạn",
    "x/kiosk.properties, a=Xoá hết",
    "x/kiosk.properties, a=Hoà Bình",
    "x/kiosk.properties, a=Mời anh chị chọn",
    "config/guides/a.md, Đến bộ phận một cửa của xã.",
    "config/campaign.yaml, name: Thanh toán không tiền mặt",
    "x/wall.properties, residents=Người dân được giúp"
  })
  void shouldSeeAnOldWord(String file, String line) {
    assertThat(faults(file, line)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "x/desk.properties, a=Thôi quyền quản trị",
    "x/desk.properties, a=Màn hình phục vụ bà con",
    "x/report.properties, a=4 lượt người dân được giúp",
    "x/kiosk.properties, a=Quý khách hoàn tất · phần này · quỳ · khuỷu · Nỏ Bạn",
    "config/guides/a.md, Giả người thân hay bạn bè."
  })
  void shouldLeaveOtherWordsAlone(String file, String line) {
    assertThat(faults(file, line)).isEmpty();
  }
}
