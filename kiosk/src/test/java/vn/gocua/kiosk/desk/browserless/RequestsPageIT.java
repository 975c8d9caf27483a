package vn.gocua.kiosk.desk.browserless;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import org.junit.jupiter.api.Test;

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
    assertThat(UI.getCurrentOrThrow().getElement().getTextRecursively()).doesNotContain("Bác");
    pressInTable(REQUESTS, "Xem liên hệ");
    ConfirmDialog dialog = find(ConfirmDialog.class).single();
    assertThat(dialog.getElement().getProperty("confirmText", "")).isEqualTo("Xem");
    test(dialog).confirm();
    assertIsText(await(() -> find(Paragraph.class).withText(NAME)));
    press("Xong");
    pressInTable(REQUESTS, "Bỏ phiếu");
    test(find(Select.class).single()).selectItem("Phiếu thử");
    pressMain("Bỏ phiếu");
    awaitNoCell(REQUESTS, code);
  }
}
