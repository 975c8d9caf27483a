package vn.gocua.kiosk.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.io.IOException;
import java.time.Duration;
import vn.gocua.base.text.Language;
import vn.gocua.base.time.Background;
import vn.gocua.kiosk.desk.DeskPages;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.access.FormToken;
import vn.gocua.kiosk.desk.access.SignIn;
import vn.gocua.kiosk.web.cookie.BrowserCookie;
import vn.gocua.protocol.access.AccessReason;
import vn.gocua.protocol.access.Credentials;
import vn.gocua.protocol.client.ApiRefusal;

/**
 * Processes the desk's sign-in form. A sign-in gets a new session id, so that a planted one is
 * useless. A form of another site is refused.
 */
final class SignInServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final int LONGEST = 200;

  private final transient SignIn signIn;

  SignInServlet(SignIn signIn) {
    this.signIn = signIn;
  }

  /** The session at the engine ends with the one here, however that ends. */
  private record EndsWithIt(SignIn signIn, DeskSession session)
      implements HttpSessionBindingListener {
    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
      Background.start("sign-out", () -> signIn.end(session));
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // After a new password the browser comes by here for its new token.
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(DeskSession.ATTRIBUTE) instanceof DeskSession own) {
      BrowserCookie.write(request, response, own.username(), own.browser());
    }
    seeOther(response, DeskPages.HOME);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!ours(request)) {
      seeOther(response, DeskPages.SIGN_IN + "?error=again");
      return;
    }
    Language language = Language.named(text(request, "lang"));
    String username = text(request, "username");
    String totp = text(request, "totp");
    Credentials proof =
        new Credentials(
            username,
            text(request, "password"),
            totp.isEmpty() ? null : totp,
            BrowserCookie.read(request, SignIn.name(username)));
    String next = text(request, "next");
    try {
      DeskSession opened = signIn.open(proof, language);
      begin(request, opened);
      BrowserCookie.write(request, response, opened.username(), opened.browser());
      seeOther(response, DeskPages.isPath(next) ? "/" + next : DeskPages.HOME);
    } catch (ApiRefusal e) {
      String code =
          e.busy() ? AccessReason.SIGN_IN_BUSY.code() : e.code().isEmpty() ? "refused" : e.code();
      String query = "?error=" + code.replaceAll("[^a-z-]", "");
      Duration wait = e.retryAfter();
      query += wait != null && wait.isPositive() ? "&wait=" + wait.toSeconds() : "";
      query += DeskPages.isPath(next) ? "&next=" + next : "";
      query += language.isFirst() ? "" : "&lang=" + language.tag();
      seeOther(response, DeskPages.SIGN_IN + query);
    }
  }

  private void begin(HttpServletRequest request, DeskSession opened) {
    HttpSession session = request.getSession(true);
    session.removeAttribute(DeskSession.ATTRIBUTE);
    session.removeAttribute(EndsWithIt.class.getName());
    request.changeSessionId();
    session.setMaxInactiveInterval(Math.toIntExact(IDLE.toSeconds()));
    session.setAttribute(DeskSession.ATTRIBUTE, opened);
    session.setAttribute(EndsWithIt.class.getName(), new EndsWithIt(signIn, opened));
  }

  private static boolean ours(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
        && session.getAttribute(FormToken.ATTRIBUTE) instanceof FormToken mark
        && mark.is(text(request, "mark"));
  }

  private static String text(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.substring(0, Math.min(value.length(), LONGEST));
  }

  private static void seeOther(HttpServletResponse response, String address) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", address);
    response.setHeader("Cache-Control", "no-store");
  }
}
