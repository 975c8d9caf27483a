package vn.gocua.kiosk.desk.signin;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;
import java.util.Set;
import vn.gocua.base.text.Figures;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.access.FormToken;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.feed.ClockDoubt;
import vn.gocua.kiosk.feed.FeedState.Snapshot;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.access.AccessReason;
import vn.gocua.protocol.board.BoardMessage.Doubt;
import vn.gocua.protocol.board.BoardMessage.Kind;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * The desk's sign-in page: a plain form over plain HTTP. Its answer can set a new session cookie,
 * which a push connection can't, and password managers recognise it.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class SignInPage extends Main implements BeforeEnterObserver, HasDynamicTitle {
  private static final String CODE_NEEDED = AccessReason.CODE_NEEDED.code();

  /** Reasons that pass. */
  private static final Set<String> WAITING =
      Set.of(
          RequestReason.TOO_MANY_TRIES.code(),
          AccessReason.TOO_MANY_CODES.code(),
          AccessReason.SIGN_IN_BUSY.code());

  private static final Set<String> LASTING =
      Set.of(
          AccessReason.WRONG_NAME_OR_PASSWORD.code(),
          CODE_NEEDED,
          "unreachable",
          "again",
          "refused");

  private final Texts texts;
  private final DeskContext desk;

  public SignInPage(Language language, DeskContext desk) {
    this.desk = desk;
    texts = Texts.of("desk", language);
    addClassName("sign-in");
    getElement().setAttribute("lang", language.tag());
  }

  @Override
  public String getPageTitle() {
    return texts.get("signIn.title");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (DeskSession.current() != null) {
      event.forwardTo(desk.menu().home());
      return;
    }
    QueryParameters query = event.getLocation().getQueryParameters();
    removeAll();
    Div card = Dom.div("sign-in-card");
    card.add(
        Dom.div("emblem"),
        new H1(texts.get("signIn.heading")),
        new Paragraph(texts.get("signIn.text")));
    clockWarning().ifPresent(card::add);
    String note = note(query);
    if (!note.isEmpty()) {
      Paragraph said = new Paragraph(note);
      said.addClassName(
          query.getSingleParameter("error").isPresent() ? "sign-in-error" : "sign-in-note");
      said.getElement().setAttribute("role", "alert");
      card.add(said);
    }
    boolean code = query.getSingleParameter("error").filter(CODE_NEEDED::equals).isPresent();
    card.getElement().appendChild(form(query.getSingleParameter("next").orElse(""), code));
    Div foot = Dom.div("sign-in-foot");
    texts.language().others().forEach(other -> foot.add(link(other)));
    foot.add(new Anchor("/", texts.get("toTheWall")));
    add(card, foot);
  }

  private Anchor link(Language other) {
    String query = other.isFirst() ? "" : "?lang=" + other.tag();
    Anchor link = new Anchor(desk.menu().signIn() + query, other.name());
    link.getElement().setAttribute("lang", other.tag());
    link.getElement().setAttribute("router-ignore", true);
    return link;
  }

  /** Warns of a doubt about the engine's clock, since the leader may be the one to correct it. */
  private Optional<Paragraph> clockWarning() {
    Snapshot snapshot = desk.feed().state().snapshot();
    Doubt doubt = snapshot == null ? null : snapshot.board().clock();
    if (snapshot == null || doubt == null || doubt.kind() == Kind.PHONES) {
      return Optional.empty();
    }
    Paragraph warning =
        new Paragraph(
            texts.get(
                "signIn.clock", ClockDoubt.words(texts.language(), snapshot.campaign(), doubt)));
    warning.addClassNames("sign-in-error", "sign-in-clock");
    warning.getElement().setAttribute("role", "alert");
    return Optional.of(warning);
  }

  private String note(QueryParameters query) {
    if (query.getSingleParameter("error").isPresent()) {
      String reason =
          query
              .getSingleParameter("error")
              .filter(code -> WAITING.contains(code) || LASTING.contains(code))
              .orElse("refused");
      long wait = query.getSingleParameter("wait").flatMap(SignInPage::seconds).orElse(0L);
      return WAITING.contains(reason) && wait > 0
          ? texts.get("signIn.error." + reason + ".wait", waiting(wait))
          : texts.get("signIn.error." + reason);
    }
    return query.getSingleParameter("out").isPresent()
        ? texts.get("signIn.out")
        : query.getSingleParameter("ended").isPresent() ? texts.get("signIn.ended") : "";
  }

  private String waiting(long seconds) {
    Figures figures = texts.figures();
    return seconds < 60
        ? texts.get("seconds", figures.count(seconds))
        : seconds < 2 * 3600
            ? texts.get("minutes", figures.count((seconds + 59) / 60))
            : texts.get("hours", figures.count((seconds + 3599) / 3600));
  }

  private static Optional<Long> seconds(String text) {
    return text.matches("[0-9]{1,6}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  /**
   * @param code whether an authenticator's code is asked for
   */
  private Element form(String next, boolean code) {
    Element form = new Element("form");
    form.setAttribute("method", "post");
    form.setAttribute("action", desk.menu().session());
    form.appendChild(
        field("username", "text", "username"),
        field("password", "password", "current-password"),
        hidden("lang", texts.locale().getLanguage()),
        hidden("next", next),
        hidden("mark", FormToken.current().value()));
    NativeButton submit = new NativeButton(texts.get("signIn.submit"));
    submit.getElement().setAttribute("type", "submit");
    submit.addClassName("sign-in-submit");
    if (code) {
      form.appendChild(field("totp", "text", "one-time-code"));
    }
    form.appendChild(submit.getElement());
    return form;
  }

  private Element field(String name, String type, String autocomplete) {
    Input input = new Input();
    input.setId("sign-in-" + name);
    input.setType(type);
    Element element = input.getElement();
    element.setAttribute("name", name);
    element.setAttribute("autocomplete", autocomplete);
    element.setAttribute("required", true);
    element.setAttribute("maxlength", "200");
    element.setAttribute("autocapitalize", "none");
    element.setAttribute("spellcheck", "false");
    if (name.equals("username")) {
      element.setAttribute("autofocus", true);
    }
    NativeLabel label = new NativeLabel(texts.get("signIn." + name));
    label.setFor(input);
    return Dom.div("sign-in-field", label, input).getElement();
  }

  private static Element hidden(String name, String value) {
    Element input = new Element("input");
    input.setAttribute("type", "hidden");
    input.setAttribute("name", name);
    input.setAttribute("value", value);
    return input;
  }
}
