package vn.gocua.kiosk.web;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;

/** Error page for an unknown address. */
@SuppressWarnings("serial")
public final class MissingView extends Main implements HasErrorParameter<NotFoundException> {
  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    Texts texts = Texts.of("kiosk", Language.of(event.getUI().getLocale()));
    addClassName("error-page");
    add(
        new H1(texts.get("error.missing.title")),
        new Paragraph(texts.get("error.missing.text")),
        new Anchor("/", texts.get("error.home")));
    return HttpServletResponse.SC_NOT_FOUND;
  }
}
