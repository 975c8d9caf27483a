package vn.gocua.kiosk.desk.browserless;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.gocua.kiosk.desk.kit.Verdict;
import vn.gocua.kiosk.desk.live.LiveLink;
import vn.gocua.kiosk.desk.targets.GapsDialog;
import vn.gocua.protocol.campaign.CampaignInfo.Named;
import vn.gocua.protocol.campaign.RosterInfo;

/** What the campaign promised, whether it hangs together, and whether all its counts agree. */
class TargetsPageIT extends DeskPageTest {
  private static final String NEW = "Tổ thêm ở bàn";

  @Test
  void shouldChangeTargetsAndRecount() {
    open("targets");
    whole(20_000);
    press("Lưu chỉ tiêu");
    awaitSaid("Đã lưu");
    open("");
    // What the figures of the page begin with; a browser sets them.
    var _ =
        await(() ->
            find(LiveLink.class)
                .withCondition(link ->
                    String.valueOf(link.getElement().getAttribute("start"))
                        .contains("chỉ tiêu 20.000")));
    open("recount");
    press("Kiểm đếm ngay");
    Verdict verdict = await(() -> find(Verdict.class));
    assertThat(verdict.getElement().getAttribute("data-bad")).isEqualTo("false");
  }

  @Test
  void shouldCompareTheSumsAndDivideAnewOnlyAfterAPreview() {
    open("targets");
    divideAnew(16_200);
    awaitText("verdict", "Các tổ cộng lại đúng bằng chỉ tiêu cả chiến dịch: 16.200 lượt.");

    whole(18_000);
    awaitText("verdict", "Các tổ cộng lại 16.200 lượt, còn thiếu 1.800 lượt");
    press("Lưu chỉ tiêu");
    awaitSaid("Đã lưu");
    open("targets");
    awaitText("verdict", "còn thiếu 1.800 lượt so với chỉ tiêu cả chiến dịch 18.000 lượt.");

    press("Chia lại theo số thành viên");
    awaitText("target-divide", "Chia 18.000 lượt cho");
    press("Đóng");
    awaitText("verdict", "còn thiếu 1.800 lượt");
    divideAnew(18_000);
    awaitText("verdict", "đúng bằng chỉ tiêu cả chiến dịch: 18.000 lượt.");
  }

  @Test
  void shouldAskForTheTargetsOfTeamsThatComeAndGo() {
    open("targets");
    divideAnew(16_200);
    open("roster");
    press("Thêm tổ");
    field("Mã tổ").setValue("TMOI");
    field("Tên tổ").setValue(NEW);
    Named hamlet = serve();
    press("Lưu");
    test(find(IntegerField.class).withLabel("Chỉ tiêu của " + NEW + " (lượt hỗ trợ)").single())
        .setValue(300);
    awaitText("verdict", "Các tổ cộng lại 16.500 lượt, vượt 300 lượt");
    press("Lưu chỉ tiêu");
    awaitSaid("Tiến độ đã tính lại");
    awaitText("row-warning", "vượt 300 lượt");

    strikeOff();
    // Who serves its hamlet now gets it, if nobody chooses another.
    Select<RosterInfo.Team> heir = heir();
    assertThat(heir.getLabel()).isEqualTo("Cộng 300 lượt của " + NEW + " cho");
    assertThat(heir.getValue().hamlets()).contains(hamlet.code());
    heir.clear();
    awaitText("verdict", "đúng bằng chỉ tiêu cả chiến dịch: 16.200 lượt.");
    press("Lưu chỉ tiêu");

    open("targets");
    whole(17_000);
    awaitText("verdict", "còn thiếu 800 lượt");
    press("Cộng chỉ tiêu của tổ đã thôi");
    Select<RosterInfo.Team> other = heir();
    assertThat(other.getValue()).isNull();
    other.setValue(other.getListDataView().getItem(3));
    awaitText("verdict", "Các tổ cộng lại 16.500 lượt");
    test(find(Button.class, find(GapsDialog.class).single()).withText("Lưu chỉ tiêu").single())
        .click();
    awaitSaid("Tiến độ đã tính lại");
    awaitText("verdict", "Các tổ cộng lại 16.500 lượt");
    assertThat(find(Button.class).withText("Cộng chỉ tiêu của tổ đã thôi").all()).isEmpty();
  }

  private void whole(int checkIns) {
    test(find(IntegerField.class).withLabel("Lượt hỗ trợ cả chiến dịch").single())
        .setValue(checkIns);
  }

  private void divideAnew(int checkIns) {
    whole(checkIns);
    press("Chia lại theo số thành viên");
    press("Áp dụng");
    awaitSaid("Đã lưu");
  }

  private TextField field(String label) {
    return find(TextField.class).withLabel(label).single();
  }

  /** Chooses a hamlet, and returns it. */
  @SuppressWarnings("unchecked")
  private Named serve() {
    MultiSelectComboBox<Named> hamlets = find(MultiSelectComboBox.class).single();
    Named hamlet = hamlets.getListDataView().getItem(0);
    hamlets.setValue(Set.of(hamlet));
    return hamlet;
  }

  private void strikeOff() {
    ListItem row =
        find(ListItem.class)
            .withCondition(r -> r.getElement().getTextRecursively().startsWith(NEW))
            .single();
    test(find(Button.class, row).withText("Bỏ").single()).click();
    test(find(ConfirmDialog.class).single()).confirm();
  }

  @SuppressWarnings("unchecked")
  private Select<RosterInfo.Team> heir() {
    return find(Select.class, find(GapsDialog.class).single()).single();
  }
}
