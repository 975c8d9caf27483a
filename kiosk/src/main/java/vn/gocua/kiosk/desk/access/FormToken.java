package vn.gocua.kiosk.desk.access;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Secret number of a browser's session in our forms, which another site's form can't have. */
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

  /** Whether a form carries it, in constant time. */
  public boolean is(String given) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
