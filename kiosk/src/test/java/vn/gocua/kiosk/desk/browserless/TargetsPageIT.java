package vn.gocua.kiosk.desk.browserless;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.IntegerField;
import org.junit.jupiter.api.Test;
import vn.gocua.kiosk.desk.kit.Verdict;
import vn.gocua.kiosk.desk.live.LiveLink;

/** What the campaign promised, and whether all its counts agree. */
class TargetsPageIT extends DeskPageTest {
  @Test
  void shouldChangeTargetsAndRecount() {
    open("targets");
    test(find(IntegerField.class).withLabel("Lượt hỗ trợ cả chiến dịch").single()).setValue(20_000);
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
}
