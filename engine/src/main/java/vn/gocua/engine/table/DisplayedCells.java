package vn.gocua.engine.table;

import java.math.BigDecimal;
import java.text.SimpleDateFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Language;
import vn.gocua.engine.table.TableSheet.Cell;
import vn.gocua.engine.table.TableSheet.Kind;

/** What the cells of a workbook display, in Vietnamese: their values by their formats. */
final class DisplayedCells {
  /** Excel's own limit; a longer format is none. */
  private static final int LONGEST_FORMAT = 255;

  private static final String GENERAL = "General";

  /** Excel shows days in this format as the computer's country writes them. */
  private static final String SHORT_DATE = "m/d/yy";

  private static final int LONGEST_NUMBER = 40;

  /** Years and days, outside of quoted texts and of colours and countries in brackets. */
  private static final Pattern DAY = Pattern.compile("[dyDY]");

  private static final Pattern ASIDE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");
  private static final Pattern ESCAPED = Pattern.compile("_x[0-9A-Fa-f]{4}_");

  private final @Nullable StylesTable styles;
  private final boolean from1904;
  private final DataFormatter formatter;
  private final Map<Integer, Format> formats = new HashMap<>();
  private final Map<Integer, Cell> texts = new HashMap<>();
  private @Nullable SharedStrings shared;

  /**
   * A style's format of numbers.
   *
   * @param day whether it shows a day
   */
  private record Format(int index, String pattern, boolean day) {}

  /**
   * @param from1904 whether days are counted from 1904, as on old Macs
   */
  DisplayedCells(@Nullable StylesTable styles, boolean from1904) {
    this.styles = styles;
    this.from1904 = from1904;
    Locale vietnamese = Language.first().locale();
    this.formatter = new DataFormatter(vietnamese);
    formatter.addFormat(SHORT_DATE, new SimpleDateFormat("dd/MM/yyyy", vietnamese));
  }

  /** Gives the texts that cells share; null if there are none. */
  void share(@Nullable SharedStrings strings) {
    shared = strings;
  }

  /** The shared text of a number. */
  Cell shared(String number) {
    int index = Integer.parseInt(number);
    SharedStrings all = shared;
    if (all == null) {
      throw new IllegalArgumentException("no shared texts");
    }
    return texts.computeIfAbsent(index, i -> Cell.of(all.getItemAt(i).getString()));
  }

  /** A text that stands in the cell itself. */
  static Cell text(String text) {
    return Cell.of(ESCAPED.matcher(text).find() ? new XSSFRichTextString(text).getString() : text);
  }

  /** A number by its style. */
  Cell number(String written, @Nullable String style) {
    double number;
    try {
      number = Double.parseDouble(written);
    } catch (NumberFormatException _) {
      return Cell.of(written);
    }
    if (!Double.isFinite(number) || written.length() > LONGEST_NUMBER) {
      return Cell.of(written);
    }
    Format format =
        formats.computeIfAbsent(style == null ? 0 : Integer.parseInt(style), this::format);
    boolean day = format.day() && number >= 1 && DateUtil.isValidExcelDate(number);
    String shown =
        formatter.formatRawCellContents(number, format.index(), format.pattern(), from1904);
    return new Cell(shown, day ? Kind.DATE : Kind.NUMBER, BigDecimal.valueOf(number));
  }

  private Format format(int style) {
    StylesTable all = styles;
    XSSFCellStyle there =
        all == null || style < 0 || style >= all.getNumCellStyles() ? null : all.getStyleAt(style);
    String pattern = there == null ? null : there.getDataFormatString();
    if (there == null || pattern == null || pattern.length() > LONGEST_FORMAT) {
      return new Format(0, GENERAL, false);
    }
    int index = there.getDataFormat();
    boolean day =
        DateUtil.isADateFormat(index, pattern)
            && DAY.matcher(ASIDE.matcher(pattern).replaceAll("")).find();
    return new Format(index, pattern, day);
  }
}
