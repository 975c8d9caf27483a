package vn.gocua.kiosk.desk.access;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What a form of ours carries and a form that another site made up cannot: a number that only this
 * browser's session knows.
 */
public record FormToken(String value) {
  /** Under this name the HTTP session keeps it. */
  public static final String ATTRIBUTE = "gocua.form";

  private static final SecureRandom RANDOM = new SecureRandom();

  /** This browser's mark; made when first asked for. */
  public static FormToken current() {
    WrappedSession session = VaadinSession.getCurrent().getSession();
    if (session.getAttribute(ATTRIBUTE) instanceof FormToken known) {
      return known;
    }
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    FormToken made = new FormToken(HexFormat.of().formatHex(random));
    session.setAttribute(ATTRIBUTE, made);
    return made;
  }

  /** Whether a form carries it; takes as long for a near miss as for any other. */
  public boolean is(String given) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
