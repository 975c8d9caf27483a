package vn.gocua.kiosk.resident.guides;

import java.time.LocalDate;
import vn.gocua.base.text.Texts;
import vn.gocua.protocol.content.GuideInfo;

/** Whether somebody has compared a guide with the official sources, in a few words. */
final class GuideMark {
  private GuideMark() {}

  static String of(GuideInfo guide, Texts texts) {
    LocalDate on = guide.lastChecked();
    if (on == null) {
      return texts.get("guide.mark.unchecked");
    }
    String date = texts.figures().date(on);
    String by = guide.checkedBy();
    return by == null
        ? texts.get("guide.mark.checked", date)
        : texts.get("guide.mark.checked-by", date, by);
  }
}
