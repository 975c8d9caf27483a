package vn.gocua.kiosk.desk.browserless;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import vn.gocua.kiosk.testing.FieldPhone;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.access.NewPhone;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.client.Caller;

/** What leaders do with a team's check-ins and phones. */
class TeamPageIT extends DeskPageTest {
  private static final String CHECK_INS = "Lượt hỗ trợ đã ghi";
  private static final String PHONES = "Điện thoại đã ghi danh";

  @Test
  void shouldCorrectWhatWasEnteredWrongly() {
    FieldPhone.enrol(desk().engine(), "T20").checkIn("digital-id", 40);
    open("teams/T20");
    pressInTable(CHECK_INS, "Sửa");
    test(find(IntegerField.class).single()).setValue(4);
    press("Ghi lượt đúng");
    awaitCell(CHECK_INS, "Đã thay bằng lượt sửa");
    awaitCell(CHECK_INS, "lượt sửa lại");
    assertThat(desk().leader().recount().equal()).isTrue();
    BoardMessage.Standing row = desk().leader().standing("T20");
    assertThat(row.checkIns()).isEqualTo(1);
    assertThat(row.residents()).isEqualTo(4);
  }

  @Test
  void shouldLetAPhoneInByItsCodeAndRevokeIt() {
    open("teams/T30");
    press("Ghi danh máy mới");
    String code = find(Span.class).withClassName("phones-enrol-code").single().getText();
    NewPhone phone = new NewPhone(code, null);
    String id = desk().engine().api().send(Caller.ANYBODY, AccessEndpoints.ENROL, phone).device();
    String end = "…" + id.substring(id.length() - 4);
    press("Xong");
    awaitCell(PHONES, "Máy " + end);
    pressInTable(PHONES, "Đặt tên");
    test(find(TextField.class).withLabel("Tên máy").single()).setValue("Máy 2 <b>");
    press("Lưu tên");
    awaitCell(PHONES, "Máy 2 <b> (" + end + ")");
    pressInTable(PHONES, "Ngừng máy");
    test(find(ConfirmDialog.class).single()).confirm();
    awaitCell(PHONES, "Đã ngừng");
  }

  /** The latest phone is the first of the list. */
  @Test
  void shouldShowWhatOnePhoneSent() {
    FieldPhone mate = FieldPhone.enrol(desk().engine(), "T29");
    FieldPhone lost = FieldPhone.enrol(desk().engine(), "T29");
    var _ = mate.checkIn("payments", 5);
    var _ = lost.checkIn("apps", 3);
    open("teams/T29");
    press("Ghi danh máy mới");
    press("Xong");
    awaitCell(CHECK_INS, "Thanh toán");
    awaitCell(CHECK_INS, "Ứng dụng");
    assertThat(cellTexts(CHECK_INS).filter(text -> text.contains("từ Máy …"))).hasSize(2);
    pressInTable(PHONES, "Đã gửi gì");
    awaitNoCell(CHECK_INS, "Thanh toán");
    awaitCell(CHECK_INS, "Ứng dụng");
  }
}
