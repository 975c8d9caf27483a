package vn.gocua.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that a spreadsheet opens with its letters right, and that runs nothing. */
class CsvWriterTest {
  @Test
  void shouldWriteWhatASpreadsheetReads() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CsvWriter csv = new CsvWriter(bytes)) {
      csv.row(Arrays.asList("Thôn", "a,b", "say \"x\"", null, -3, 1.5));
      csv.row(
          Arrays.asList(LocalDate.of(2025, 8, 12), LocalDateTime.of(2025, 8, 12, 9, 30), " x "));
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "\uFEFFThôn,\"a,b\",\"say \"\"x\"\"\",,-3,1.5\r\n"
                + "2025-08-12,2025-08-12 09:30:00,\" x \"\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1",
        "＝1",
        "=cmd|' /C calc'!A0"
      })
  void shouldWriteNoFormula(String text) {
    assertThat(CsvWriter.field(text)).matches("(?s)\"?'.*").contains(text.strip());
  }
}
