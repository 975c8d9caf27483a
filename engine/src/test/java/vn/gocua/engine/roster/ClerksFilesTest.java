package vn.gocua.engine.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.Edition;
import vn.gocua.engine.campaign.Target;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.campaign.Weekdays;
import vn.gocua.engine.table.TableReader;
import vn.gocua.engine.table.UnreadableTable;
import vn.gocua.protocol.campaign.RosterInfo;

/** Files as clerks bring them, each with what is right for it. */
class ClerksFilesTest {
  private static final Edition NOW =
      new Edition(
          1,
          "Mẫu",
          "Mẫu",
          true,
          List.of(),
          List.of(),
          List.of(
              new CodedName("co-giao", "Cơ Giáo"),
              new CodedName("xam-xuyen", "Xâm Xuyên"),
              new CodedName("van-la", "Vân La"),
              new CodedName("la-thuong", "La Thượng"),
              new CodedName("thon-1", "Thôn 1, Tự Nhiên")),
          List.of(new Team("T01", "Tổ 01", 6, List.of("co-giao"), 0)),
          new Target(0, 0),
          Weekdays.EVEN,
          null);

  /** What an import of a file would do to a small roster. */
  static RosterInfo.Preview read(byte[] file) throws UnreadableTable {
    return PreviewAnswer.of(
        "1.0", RosterImport.compare(NOW, TableReader.sheets(file)), Texts.of("api"));
  }

  private static RosterInfo.Preview of(String name) throws IOException, UnreadableTable {
    try (InputStream in = ClerksFilesTest.class.getResourceAsStream("/roster/" + name)) {
      return read(Objects.requireNonNull(in, name).readAllBytes());
    }
  }

  private static RosterInfo.Team team(RosterInfo.Preview preview, int row) {
    return Objects.requireNonNull(preview.rows().get(row).after());
  }

  private static List<String> codes(RosterInfo.Preview preview) {
    return preview.notes().stream().map(RosterInfo.Note::code).toList();
  }

  private static RosterInfo.Preview csv(String rows) throws UnreadableTable {
    return read(
        ("Mã tổ;Tên tổ;Số thành viên;Thôn;Nơi gặp;Giờ gặp;Điện thoại\n" + rows)
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"phone-stored-as-number.xlsx", "phone-zero-format.xlsx"})
  void shouldHaveThePhonesZeroBack(String file) throws Exception {
    RosterInfo.Preview preview = of(file);
    assertThat(preview.problems()).isEmpty();
    assertThat(team(preview, 0).phone()).isEqualTo("0912000000");
  }

  @Test
  void shouldSayThatAPhoneWasRepaired() throws Exception {
    RosterInfo.Preview preview = of("phone-stored-as-number.xlsx");
    assertThat(preview.notes())
        .extracting(RosterInfo.Note::kind, RosterInfo.Note::cell, RosterInfo.Note::sheet)
        .containsExactly(tuple("repaired", "G2", "Sheet1"));
    assertThat(preview.notes().getFirst().message())
        .startsWith("Trang «Sheet1», ô G2:")
        .contains("912000000", "0912000000");
  }

  @Test
  void shouldNameHoursThatBecameADay() throws Exception {
    RosterInfo.Preview preview = of("hours-became-a-date.xlsx");
    assertThat(team(preview, 0).hours()).doesNotContain("46334");
    assertThat(preview.notes())
        .extracting(RosterInfo.Note::kind, RosterInfo.Note::cell)
        .containsExactly(tuple("doubtful", "F2"));
  }

  @Test
  void shouldReadWhatLibreOfficeShowsAndRefuseItsErrors() throws Exception {
    RosterInfo.Preview preview = of("typed-in-libreoffice.xlsx");
    assertThat(preview.problems())
        .extracting(RosterInfo.Problem::code, RosterInfo.Problem::cell)
        .containsExactly(tuple("roster-cell-error", "D3"));
    assertThat(codes(preview)).contains("roster-note-day");
    assertThat(team(preview, 0).phone()).isEqualTo("0912000000");
    assertThat(team(preview, 1).phone()).isEqualTo("0912000000");
    assertThat(preview.newHamlets()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"error-cell-hall.xlsx:E2:#NAME?", "error-cell-hamlet.xlsx:D2:#N/A"})
  void shouldRefuseAnErrorWithItsAddress(String caseOf) throws Exception {
    String[] parts = caseOf.split(":", -1);
    RosterInfo.Preview preview = of(parts[0]);
    assertThat(preview.newHamlets()).isEmpty();
    assertThat(preview.problems())
        .extracting(RosterInfo.Problem::code, RosterInfo.Problem::sheet, RosterInfo.Problem::cell)
        .containsExactly(tuple("roster-cell-error", "Sheet1", parts[1]));
    assertThat(preview.problems().getFirst().message())
        .isEqualTo(
            "Trang «Sheet1», ô %s: đang báo lỗi «%s». Hãy sửa công thức hoặc gõ lại giá trị."
                .formatted(parts[1], parts[2]));
  }

  @Test
  void shouldDecodeExcelsEscapes() throws Exception {
    assertThat(team(of("x000d-escape.xlsx"), 0).hall()).isEqualTo("Nhà văn hóa thôn Cơ Giáo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title-rows-above.xlsx",
        "heading-with-nbsp.xlsx",
        "double-bom.csv",
        "sep-line.csv",
        "quoted-heading.csv",
        "first-sheet-hidden.xlsx"
      })
  void shouldFindTheHeadingsThatAPersonSees(String file) throws Exception {
    RosterInfo.Preview preview = of(file);
    assertThat(preview.problems()).isEmpty();
    assertThat(preview.rows()).hasSize(1);
    assertThat(team(preview, 0).code()).isEqualTo("T01");
    assertThat(team(preview, 0).hamlets()).containsExactly("co-giao");
    assertThat(preview.newHamlets()).isEmpty();
  }

  @Test
  void shouldSayWhatIsLeftOut() throws Exception {
    assertThat(of("first-sheet-hidden.xlsx").notes())
        .extracting(RosterInfo.Note::kind, RosterInfo.Note::message)
        .containsExactly(tuple("left-out", "Trang «DM» đang ẩn nên không đọc."));
    assertThat(codes(of("quoted-heading.csv"))).containsExactly("roster-note-columns");
  }

  @Test
  void shouldTakeEthForDStroke() throws Exception {
    RosterInfo.Preview preview = of("eth-instead-of-d-stroke.xlsx");
    assertThat(preview.newHamlets()).extracting(h -> h.name()).containsExactly("Đông Mỹ");
    assertThat(team(preview, 1).hamlets()).isEqualTo(team(preview, 0).hamlets());
  }

  @Test
  void shouldTakeTheClerksOwnTableInOneGo() throws Exception {
    RosterInfo.Preview preview = of("clerks-own-table.xlsx");
    assertThat(preview.problems()).isEmpty();
    assertThat(preview.rows()).hasSize(10);
    assertThat(team(preview, 3).members()).isEqualTo(6);
    assertThat(preview.rows().stream().map(row -> Objects.requireNonNull(row.after()).phone()))
        .contains("0912345670", "0912.345.678", "0912345678")
        .allMatch(phone -> phone != null && phone.startsWith("0"));
    assertThat(team(preview, 8).hamlets()).containsExactly("xam-xuyen", "van-la");
    assertThat(preview.newHamlets()).extracting(h -> h.name()).containsExactly("Mới");
    assertThat(codes(preview))
        .contains(
            "roster-note-columns",
            "roster-note-phone-column",
            "roster-note-total",
            "roster-note-new-hamlet");
    assertThat(preview.notes().getFirst().message())
        .contains("STT", "Họ tên tổ trưởng", "Ngày thành lập", "Ghi chú")
        .startsWith("Trang «Danh sách», dòng 6:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"6", "06", "6 người", "6,0", " 6  NGƯỜI ", "6 thành viên", "6 đ/c"})
  void shouldCountMembersAsPeopleWriteThem(String written) throws Exception {
    RosterInfo.Preview preview = csv("T09;Tổ 09;" + written + ";Cơ Giáo;;;\n");
    assertThat(preview.problems()).isEmpty();
    assertThat(team(preview, 0).members()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4 - 6 người", "sáu", "6,5", "", "-6", "100%", "6-thg 1", "1.000"})
  void shouldNotGuessAtMembers(String written) throws Exception {
    assertThat(csv("T09;Tổ 09;" + written + ";Cơ Giáo;;;\n").problems())
        .extracting(RosterInfo.Problem::code, RosterInfo.Problem::cell)
        .containsExactly(tuple("roster-members", "C2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "912000000>0912000000",
        "0912 000 000>0912 000 000",
        "0912.000.000>0912.000.000",
        "84912000000>0912000000",
        "+84 912 000 000>+84 912 000 000",
        "+840912000000>0912000000",
        "2433850000>02433850000",
        "024 0000 0000>024 0000 0000",
        "'0912000000>0912000000",
        "０９１２０００００>091200000"
      })
  void shouldRepairPhones(String caseOf) throws Exception {
    String[] parts = caseOf.split(">", -1);
    RosterInfo.Preview preview = csv("T09;Tổ 09;6;Cơ Giáo;;;" + parts[0] + "\n");
    assertThat(team(preview, 0).phone()).isEqualTo(parts[1]);
  }

  @Test
  void shouldDoubtAndRefusePhones() throws Exception {
    assertThat(codes(csv("T09;Tổ 09;6;Cơ Giáo;;;12345\n"))).containsExactly("roster-note-phone");
    assertThat(csv("T09;Tổ 09;6;Cơ Giáo;;;9.12E+08\n").problems())
        .extracting(RosterInfo.Problem::code, RosterInfo.Problem::cell)
        .containsExactly(tuple("roster-phone", "G2"));
  }

  @Test
  void shouldMatchHamletsByHowPeopleWriteThem() throws Exception {
    RosterInfo.Preview preview =
        csv("T09;Tổ 09;6;\"Thôn Cơ Giáo, van la; Thôn 1, Tự Nhiên\nLA THƯỢNG\";;;\n");
    assertThat(preview.problems()).isEmpty();
    assertThat(team(preview, 0).hamlets())
        .containsExactly("co-giao", "van-la", "thon-1", "la-thuong");
    assertThat(preview.newHamlets()).isEmpty();
    assertThat(codes(preview)).containsExactly("roster-note-hamlet");
    RosterInfo.Preview twin = csv("T09;Tổ 09;6;Vân Lả;;;\n");
    assertThat(twin.newHamlets()).extracting(h -> h.name()).containsExactly("Vân Lả");
    assertThat(codes(twin)).containsExactly("roster-note-alike");
  }

  @Test
  void shouldLeaveOutRowsThatAreNoTeams() throws Exception {
    RosterInfo.Preview preview =
        csv(
            """
            (1);(2);(3);(4);(5);(6);(7)
            I. Khu vực thứ nhất;;;;;;
            T01;Tổ 01;6;Cơ Giáo;;;
            Mã tổ;Tên tổ;Số thành viên;Thôn;;;
            T09;Tổ 09;5;Vân La;;;
            Tổng số: 2 tổ;;11;;;;
            ;;11;;;;
            ;;;;Người lập biểu;;
            """);
    assertThat(preview.problems()).isEmpty();
    assertThat(preview.rows()).extracting(row -> row.kind()).containsExactly("unchanged", "added");
    assertThat(codes(preview))
        .containsExactly(
            "roster-note-row",
            "roster-note-row",
            "roster-note-total",
            "roster-note-row",
            "roster-note-row");
    // A team whose row is not finished is a fault, not a remark.
    assertThat(csv("T09;;;;;;\n").problems()).isNotEmpty();
  }
}
