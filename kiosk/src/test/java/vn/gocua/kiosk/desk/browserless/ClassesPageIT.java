package vn.gocua.kiosk.desk.browserless;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import vn.gocua.kiosk.desk.classes.ClassesPage;
import vn.gocua.protocol.campaign.CampaignInfo.Named;

/** A class from its first day on the list to its end. */
class ClassesPageIT extends DeskPageTest {
  private static final String TITLE = "Gọi hình cho con cháu <b>&";
  private static final String LEARNER = "Bà Mẫu <script>";

  @Test
  void shouldScheduleChangeAndCancelAClassAndTellWhoComesOnlyWhenAsked() {
    open("classes");
    press("Mở lớp mới");
    test(find(TextField.class).withLabel("Tên lớp").single()).setValue(TITLE);
    test(find(TextField.class).withLabel("Học ở đâu").single()).setValue("Nhà văn hóa thôn");
    press("Mở lớp");
    assertThat(find(Span.class).withClassName("row-title").single().getText()).isEqualTo(TITLE);

    String id = desk().leader().classes().getFirst().id();
    desk().resident().takeSeat(id, LEARNER);
    open("");
    open("classes");
    awaitText("status-chip", "1/30");
    assertThat(find(ClassesPage.class).single().getElement().getTextRecursively())
        .doesNotContain("Bà Mẫu");
    press("Danh sách đăng ký");
    test(reasons()).selectItem("Điểm danh, báo thay đổi của lớp");
    pressMain("Xem");
    OrderedList learners = find(OrderedList.class).withClassName("scroll-list").single();
    assertThat(find(Span.class, learners).withClassName("row-title").single().getText())
        .isEqualTo(LEARNER);
    assertThat(desk().leader().audit("personal-data-read")).isNotEmpty();
    press("Xong");

    press("Sửa");
    test(find(IntegerField.class).single()).setValue(45);
    choose("Vân La");
    press("Lưu");
    awaitText("status-chip", "1/45");
    assertThat(row()).contains("thôn Vân La");
    press("Sửa");
    chooseWholeCommune();
    press("Lưu");
    awaitText("row-detail", "cho cả xã");
    press("Hủy lớp");
    assertThat(find(ConfirmDialog.class).single().getElement().getProperty("message", ""))
        .contains("1 người đã ghi tên. Nên xem");
    confirm("Hủy lớp");
    awaitText("classes-past", "Đã hủy");
    assertThat(desk().leader().classes().getFirst().cancelled()).isTrue();
  }

  private void confirm(String text) {
    ConfirmDialog dialog = find(ConfirmDialog.class).single();
    assertThat(dialog.getElement().getProperty("confirmText", "")).isEqualTo(text);
    test(dialog).confirm();
  }

  private void choose(String hamlet) {
    test(hamlets()).selectItem(hamlet);
  }

  private void chooseWholeCommune() {
    assertThat(hamlets().getEmptySelectionCaption()).isEqualTo("Cả xã");
    test(hamlets()).selectItem(null);
  }

  @SuppressWarnings("unchecked")
  private Select<String> reasons() {
    return find(Select.class).withLabel("Xem để làm gì").single();
  }

  @SuppressWarnings("unchecked")
  private Select<Named> hamlets() {
    return find(Select.class).withLabel("Cho thôn").single();
  }

  private String row() {
    return find(ListItem.class)
        .withAttribute("data-active", "true")
        .single()
        .getElement()
        .getTextRecursively();
  }
}
