package vn.gocua.protocol.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.campaign.CampaignInfo.Named;

/**
 * The teams and hamlets as the engine has them.
 *
 * @param basis names this state; a change says which it was made on
 * @param changes how many there were since the files were read
 */
public record RosterInfo(
    String basis, int changes, List<Team> teams, List<Named> hamlets, List<Former> formerTeams) {

  /** A team; unknown values are null. */
  public record Team(
      String code,
      String name,
      int members,
      List<String> hamlets,
      @Nullable String hall,
      @Nullable String hours,
      @Nullable String phone) {}

  /** A removed team with its count. */
  public record Former(String code, String name, long checkIns) {}

  public String hamletName(String code) {
    return hamlets.stream()
        .filter(hamlet -> hamlet.code().equals(code))
        .map(Named::name)
        .findFirst()
        .orElse(code);
  }

  /**
   * Changes that a table would make.
   *
   * @param notes what was left out, repaired or doubted
   */
  public record Preview(
      String basis,
      Map<String, Integer> counts,
      List<Row> rows,
      List<Named> newHamlets,
      List<Problem> problems,
      List<Note> notes) {}

  /**
   * A team of the table, or one that it does not name.
   *
   * @param line of the file; 0 if it is not in it
   * @param kind added, changed, unchanged, removed
   * @param sheet its name, in a workbook
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      int line, String kind, @Nullable Team before, @Nullable Team after, @Nullable String sheet) {}

  /**
   * A fault in a line of the table.
   *
   * @param message in the reader's language, with the place
   * @param sheet its name, in a workbook
   * @param cell as spreadsheets name it, C7; absent where the whole line is meant
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Problem(
      int line, String code, String message, @Nullable String sheet, @Nullable String cell) {}

  /**
   * Something that is not taken as it stands in the table; the changes can be made all the same.
   *
   * @param kind left-out, repaired, doubtful
   * @param line 0 for a whole sheet
   * @param message in the reader's language, with the place
   * @param sheet its name, in a workbook
   * @param cell as spreadsheets name it, C7; absent where the whole line is meant
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Note(
      String kind,
      int line,
      String code,
      String message,
      @Nullable String sheet,
      @Nullable String cell) {}
}
