package vn.gocua.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.base.settings.ConfigErrors;

/** What stands at a report's head and foot; what nobody has said is left for a pen. */
class LetterheadTest {
  @TempDir private Path folder;
  private final ConfigErrors errors = new ConfigErrors();

  private Letterhead read(String place) {
    return Letterhead.read(folder, place, errors);
  }

  @Test
  void shouldDoWithoutAFile() {
    Letterhead letterhead = read("Xã Hồng Vân, Hà Nội");
    assertThat(letterhead.superior()).isEqualTo("ỦY BAN NHÂN DÂN\nXÃ HỒNG VÂN");
    assertThat(letterhead.place()).isEqualTo("Hồng Vân");
    assertThat(read("").superior()).startsWith("…");
    assertThat(errors.isEmpty()).isTrue();
  }

  @Test
  void shouldDoWithAFileOfCommentsOnly() throws IOException {
    Files.writeString(folder.resolve("report.yaml"), "# superior: ỦY BAN\n\n  # place: x\n");
    assertThat(read("Xã Hồng Vân").place()).isEqualTo("Hồng Vân");
    assertThat(errors.isEmpty()).isTrue();
  }

  @Test
  void shouldReadTheFileThatComesWithTheSystem() {
    Path shipped = Path.of("..", "config");
    assertThat(Letterhead.read(shipped, "", errors).signer()).isEqualTo("THỦ TRƯỞNG ĐƠN VỊ");
    assertThat(errors.isEmpty()).isTrue();
  }

  @Test
  void shouldNameAMistake() throws IOException {
    Files.writeString(folder.resolve("report.yaml"), "office: A\nsinger: B\n");
    assertThat(read("").office()).isEqualTo("A");
    assertThat(errors.isEmpty()).isFalse();
  }
}
