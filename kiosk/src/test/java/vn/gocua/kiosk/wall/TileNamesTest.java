package vn.gocua.kiosk.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TileNamesTest {
  @Test
  void shouldLeaveOutWhatAllLongNamesBeginWith() {
    assertThat(
            TileNames.of(
                List.of(
                    "Tổ công nghệ số cộng đồng thôn Xâm Thị",
                    "Tổ công nghệ số cộng đồng thôn Xâm Xuyên")))
        .containsExactly("Thị", "Xuyên");
    assertThat(
            TileNames.of(
                List.of("Tổ công nghệ số thôn Vân La", "Tổ công nghệ số thôn Phương Quế 2")))
        .containsExactly("Vân La", "Phương Quế 2");
  }

  @Test
  void shouldLeaveShortNamesAlone() {
    assertThat(TileNames.of(List.of("Tổ 01", "Tổ 02"))).containsExactly("Tổ 01", "Tổ 02");
  }

  @Test
  void shouldNeverLeaveATileWithoutAName() {
    assertThat(TileNames.of(List.of("Tổ công nghệ số cộng đồng", "Tổ công nghệ số cộng đồng 2")))
        .containsExactly("đồng", "đồng 2");
    assertThat(TileNames.of(List.of("Tổ công nghệ số cộng đồng thôn Nỏ Bạn")))
        .containsExactly("Tổ công nghệ số cộng đồng thôn Nỏ Bạn");
  }
}
