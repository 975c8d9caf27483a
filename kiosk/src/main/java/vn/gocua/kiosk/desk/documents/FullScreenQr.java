package vn.gocua.kiosk.desk.documents;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.kit.QrPicture;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.content.DocumentList;

/** A document's QR code, as large as the screen allows, for the hall's projector. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class FullScreenQr extends Dialog {

  /**
   * @param until when it ends, in words
   */
  FullScreenQr(Texts texts, DocumentList.Row document, String until) {
    addClassName("projected-code");
    setHeaderTitle(texts.get("documents.projected"));
    setWidth("100vw");
    setHeight("100dvh");
    Span name = Dom.span("documents-code-name");
    name.setText(document.name());
    Paragraph how = new Paragraph(texts.get("documents.how"));
    Paragraph end = new Paragraph(texts.get("documents.how.until", until));
    Paragraph address = new Paragraph(document.url());
    address.addClassName("documents-code-address");
    Div text = Dom.div("documents-code-text", name, how, end, address);
    add(
        Dom.div(
            "documents-code",
            new QrPicture(document.url(), texts.get("documents.qr", document.name())),
            text));
    Button whole = new Button(texts.get("documents.fullScreen"));
    // In the browser itself: a page may fill the screen only as the answer to a touch.
    whole.addAttachListener(_ ->
        whole
            .getElement()
            .executeJs(
                "this.addEventListener('click', () => document.fullscreenElement ?"
                    + " document.exitFullscreen() :"
                    + " document.documentElement.requestFullscreen())"));
    Button close = new Button(texts.get("enrol.done"), _ -> close());
    close.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(whole, close);
    addOpenedChangeListener(e -> {
      if (!e.isOpened()) {
        getElement().executeJs("if (document.fullscreenElement) { document.exitFullscreen(); }");
      }
    });
  }
}
