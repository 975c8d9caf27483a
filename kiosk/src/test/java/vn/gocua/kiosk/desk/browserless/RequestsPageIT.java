package vn.gocua.kiosk.desk.browserless;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gocua.kiosk.desk.audit.AffectedPanel;
import vn.gocua.protocol.help.TicketReceipt;

/** Requests that no team has finished. */
class RequestsPageIT extends DeskPageTest {
  private static final String REQUESTS = "Yêu cầu hỗ trợ";
  private static final String NAME = "Bác <img src=x onerror=window.pwned=1>";

  @Test
  @SuppressWarnings("unchecked")
  void shouldTellOfARequestAtOnceAndOfWhoAskedOnlyOnDemand() {
    open("requests");
    String code = desk().resident().askAs(NAME, "co-giao", "digital-id").code();
    awaitCell(REQUESTS, code);
    assertThat(cellTexts(REQUESTS)).noneMatch(text -> text.contains("Bác"));
    TextField search = find(TextField.class).single();
    test(search).setValue("http://x:8080/t #" + code + ".aB3_-xYz0123456789AbCd");
    assertThat(search.getValue()).as("the secret does not stay").isEqualTo(code);
    awaitCell(REQUESTS, code);
    test(search).setValue("HV-999999");
    awaitNoCell(REQUESTS, code);
    test(search).setValue("CO GIAO");
    awaitCell(REQUESTS, code);
    test(search).setValue("");
    assertThat(UI.getCurrentOrThrow().getElement().getTextRecursively()).doesNotContain("Bác");
    pressInTable(REQUESTS, "Xem liên hệ");
    assertThat(find(Button.class).withText("Xem").single().isEnabled()).isFalse();
    test(find(Select.class).single()).selectItem("Việc khác");
    assertThat(find(Button.class).withText("Xem").single().isEnabled()).isFalse();
    TextField note = find(TextField.class).withLabel("Ghi thêm").single();
    test(note).setValue("gọi số 0912345678");
    pressMain("Xem");
    assertThat(find(Paragraph.class).withText(NAME).all()).isEmpty();
    test(note).setValue("hẹn lại giờ");
    pressMain("Xem");
    assertIsText(await(() -> find(Paragraph.class).withText(NAME)));
    press("Xong");
    assertThat(desk().leader().audit("personal-data-read").toString())
        .contains("hẹn lại giờ")
        .doesNotContain("0912345678");
    pressInTable(REQUESTS, "Hủy phiếu");
    test(find(Select.class).single()).selectItem("Phiếu thử");
    pressMain("Hủy phiếu");
    awaitNoCell(REQUESTS, code);
  }

  @Test
  @SuppressWarnings("unchecked")
  void shouldEraseTheGroupsAloneOnTheResidentsWord() {
    TicketReceipt ticket =
        desk().resident().askWith(List.of("elderly"), "Bác Mẫu", "co-giao", "apps");
    open("requests");
    awaitCell(REQUESTS, ticket.code());
    pressInTable(REQUESTS, "Xóa nhóm ưu tiên");
    assertThat(desk().leader().audit("help-groups-withdrawn")).as("only asked").isEmpty();
    test(find(ConfirmDialog.class).single()).confirm();
    awaitSaid("Đã xong");
    assertThat(desk().leader().audit("help-groups-withdrawn").toString()).contains(ticket.code());
    awaitCell(REQUESTS, ticket.code());
    pressInTable(REQUESTS, "Hủy phiếu");
    test(find(Select.class).single()).selectItem("Phiếu thử");
    pressMain("Hủy phiếu");
    awaitNoCell(REQUESTS, ticket.code());
  }

  @Test
  @SuppressWarnings("unchecked")
  void shouldNameTheTicketsThatWereOpenedAndNobody() {
    String code = desk().resident().askAs(NAME, "co-giao", "apps").code();
    open("audit");
    press("Xem phiếu bị ảnh hưởng");
    assertThat(affected()).doesNotContain(code);
    open("requests");
    awaitCell(REQUESTS, code);
    pressInTable(REQUESTS, "Xem liên hệ");
    test(find(Select.class).single()).selectItem("Gọi lại cho người dân");
    pressMain("Xem");
    press("Xong");
    open("audit");
    press("Xem phiếu bị ảnh hưởng");
    assertThat(affected()).contains(code + " · còn giữ liên hệ").doesNotContain("Bác");
    test(find(TextField.class).withLabel("Người đã xem").single()).setValue("nobody");
    press("Xem phiếu bị ảnh hưởng");
    assertThat(affected()).doesNotContain(code).contains("Không phiếu nào được xem");
    open("requests");
    pressInTable(REQUESTS, "Hủy phiếu");
    test(find(Select.class).single()).selectItem("Phiếu thử");
    pressMain("Hủy phiếu");
    awaitNoCell(REQUESTS, code);
  }

  private String affected() {
    return find(AffectedPanel.class).single().getElement().getTextRecursively();
  }
}
