package vn.gocua.kiosk.desk.browserless;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The audit speaks in sentences, and can be searched by a phone's last four characters. */
class AuditPageIT extends DeskPageTest {

  @Test
  void shouldTellWhatWasBeforeOnOneLineOrOneBelowTheOther() {
    desk().leader().setTargets(Map.of("T21", 300, "T22", 310));
    desk().leader().setTargets(Map.of("T21", 320));
    desk().leader().setTargets(Map.of("T21", 330, "T22", 333));
    String one = desk().leader().campaign().teamName("T21");
    String other = desk().leader().campaign().teamName("T22");
    open("audit");
    assertThat(rows())
        .anyMatch(row ->
            row.startsWith(
                "Tài khoản leader đổi chỉ tiêu – số lượt của %s: 300 → 320".formatted(one)))
        .anyMatch(row ->
            row.startsWith(
                "Tài khoản leader đổi chỉ tiêuSố lượt của %s: 320 → 330Số lượt của %s: 310 → 333"
                    .formatted(one, other)))
        .noneMatch(row -> row.contains("targets-changed") || row.contains("{"));
  }

  @Test
  void shouldFindAPhoneByItsLastFourCharacters() {
    var _ = desk().leader().enrol("T23");
    String phone = desk().leader().audit("phone-enrolled").getFirst().who();
    String end = phone.substring(phone.length() - 4);
    open("audit");
    test(find(TextField.class).withLabel("Tài khoản hoặc điện thoại").single()).setValue(end);
    press("Xem");
    assertThat(rows())
        .isNotEmpty()
        .allMatch(row -> row.contains("…" + end))
        .noneMatch(row -> row.contains(phone));
  }

  private List<String> rows() {
    return find(ListItem.class).all().stream()
        .map(row -> row.getElement().getTextRecursively())
        .toList();
  }
}
