package vn.gocua.engine.report;

import java.nio.file.Path;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.YamlFile;
import vn.gocua.base.settings.YamlMap;

/**
 * Head and foot of a report.
 *
 * @param superior the body above, in the first lines
 * @param office the body that reports
 * @param symbol after the number, such as {@code BC-UBND}
 * @param place of signing
 * @param signer the signer's post
 */
public record Letterhead(
    String superior, String office, String symbol, String place, String signer) {
  private static final String OPEN = "……………………";

  /** Reads {@code report.yaml}. Missing values are left open, for a pen to fill in. */
  public static Letterhead read(Path folder, String campaignsPlace, ConfigErrors errors) {
    YamlMap file = YamlFile.readIfThere(folder.resolve("report.yaml"), errors);
    String place = campaignsPlace.replaceAll(",.*", "").strip();
    Letterhead letterhead =
        new Letterhead(
            text(
                file,
                "superior",
                place.isEmpty()
                    ? OPEN
                    : ("Ủy ban nhân dân\n" + place).toUpperCase(ReportTexts.TEXTS.locale())),
            text(file, "office", OPEN),
            text(file, "symbol", "BC-………"),
            text(file, "place", place.isEmpty() ? "………" : withoutKind(place)),
            text(file, "signer", "THỦ TRƯỞNG ĐƠN VỊ"));
    file.end();
    return letterhead;
  }

  private static String text(YamlMap file, String key, String otherwise) {
    return file.has(key) ? file.text(key) : otherwise;
  }

  /** «Xã Hồng Vân» signs as «Hồng Vân». */
  private static String withoutKind(String place) {
    return place.replaceFirst("^(Xã|Phường|Thị trấn|Đặc khu) ", "");
  }
}
