package vn.gocua.kiosk.desk.api;

import java.time.Instant;
import vn.gocua.kiosk.feed.Wire;

/**
 * A code with which phones can enrol.
 *
 * @param url what its QR shows
 */
public record Code(String code, String url, Instant expiresAt) {
  public Code {
    Wire.require("enrolment code", code, url, expiresAt);
  }
}
