package vn.gocua.kiosk.desk.data;

import java.util.List;
import vn.gocua.base.text.Texts;
import vn.gocua.protocol.access.DeviceList;

/** Words for phones: the name at the desk, and the last four characters of the id. */
public final class PhoneNames {
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private PhoneNames() {}

  /** A listed phone, such as «Máy 2 (…a3f9)». */
  public static String of(Texts texts, DeviceList.Row phone) {
    String end = DeviceList.shortName(phone.device());
    return phone.name() == null
        ? texts.get("phone.unnamed", end)
        : texts.get("phone.named", phone.name(), end);
  }

  /** A phone by its id, listed or not. */
  public static String of(Texts texts, List<DeviceList.Row> phones, String id) {
    return phones.stream()
        .filter(phone -> phone.device().equals(id))
        .findFirst()
        .map(phone -> of(texts, phone))
        .orElseGet(() -> texts.get("phone.unnamed", DeviceList.shortName(id)));
  }

  /** Whoever did something: a phone in words, or the account's name as it is. */
  public static String who(Texts texts, List<DeviceList.Row> phones, String by) {
    return by.matches(ID) ? of(texts, phones, by) : by;
  }
}
