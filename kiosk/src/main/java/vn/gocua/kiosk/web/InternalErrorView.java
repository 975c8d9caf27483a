package vn.gocua.kiosk.web;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.LoggerFactory;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;

/** Error page for a failure while a page was built. Details are in the log only. */
@SuppressWarnings("serial")
public final class InternalErrorView extends Main implements HasErrorParameter<Exception> {
  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    LoggerFactory.getLogger(InternalErrorView.class)
        .error("a page could not be built", parameter.getException());
    Texts texts = Texts.of("kiosk", Language.of(event.getUI().getLocale()));
    addClassName("error-page");
    add(
        new H1(texts.get("error.internal.title")),
        new Paragraph(texts.get("error.internal.text")),
        new Anchor("/", texts.get("error.home")));
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }
}
