package vn.gocua.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrDrawingTest {
  private static final String ADDRESS = "https://gocua.example/#ghi-danh=Đội 04";

  @Test
  void shouldDrawWhatAPhoneReadsWithinAWhiteMargin() throws Exception {
    String svg = QrDrawing.svg(ADDRESS, "#123456", "role=\"img\"");
    assertThat(svg).contains("fill=\"#123456\"", "role=\"img\"");
    Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"").matcher(svg);
    assertThat(size.find()).isTrue();
    BitMatrix modules = new BitMatrix(Integer.parseInt(size.group(1)) - 8);
    Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
        .matcher(svg)
        .results()
        .forEach(module ->
            modules.set(
                Integer.parseInt(module.group(1)) - 4, Integer.parseInt(module.group(2)) - 4));
    assertThat(new Decoder().decode(modules).getText()).isEqualTo(ADDRESS);
  }

  @Test
  void shouldRefuseATextThatNoCodeHolds() {
    String tooLong = "x".repeat(5000);
    assertThatThrownBy(() -> QrDrawing.svg(tooLong, "#000", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
