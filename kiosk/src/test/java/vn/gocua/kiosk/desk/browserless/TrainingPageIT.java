package vn.gocua.kiosk.desk.browserless;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;

/** How many of the staff are trained. */
class TrainingPageIT extends DeskPageTest {
  @Test
  void shouldKeepTheTrainingOfStaffAndShowItOnTheOverview() {
    open("training");
    test(find(TextField.class).withLabel("Đơn vị").single()).setValue("Trạm y tế (mẫu)");
    test(find(IntegerField.class).withLabel("Đã tập huấn").single()).setValue(9);
    test(find(IntegerField.class).withLabel("Tổng số người").single()).setValue(12);
    press("Lưu");
    awaitText("training-sum", "9/12 người");
    open("");
    awaitText("overview-training", "75,0 %");
  }
}
