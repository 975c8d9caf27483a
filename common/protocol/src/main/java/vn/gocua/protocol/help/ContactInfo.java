package vn.gocua.protocol.help;

import java.util.List;

/** Who asked for help: personal data, of which every reading is recorded. */
public record ContactInfo(
    String code, String name, String phone, String address, List<String> groups) {
  @Override
  public String toString() {
    return "contact"; // Names stay out of logs.
  }
}
