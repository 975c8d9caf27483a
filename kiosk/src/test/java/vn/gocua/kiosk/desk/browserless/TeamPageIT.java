package vn.gocua.kiosk.desk.browserless;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
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
    var _ = desk().engine().api().send(Caller.ANYBODY, AccessEndpoints.ENROL, phone);
    press("Xong");
    pressInTable(PHONES, "Ngừng máy");
    test(find(ConfirmDialog.class).single()).confirm();
    awaitCell(PHONES, "Đã ngừng");
  }
}
