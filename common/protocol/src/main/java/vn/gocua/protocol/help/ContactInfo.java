package vn.gocua.protocol.help;

import java.util.List;

/** A resident's contact: personal data, of which every access is recorded. */
public record ContactInfo(
    String code, String name, String phone, String address, List<String> groups) {
  @Override
  public String toString() {
    return "contact"; // Names stay out of logs.
  }
}
