package vn.gocua.kiosk.desk.phones.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.kit.QrPicture;
import vn.gocua.kiosk.feed.FeedState.Snapshot;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.access.EnrolmentCodeInfo;
import vn.gocua.protocol.access.NewCode;

/** A QR code that lets one phone in for a team; a fresh one for each dialog. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class EnrolDialog extends Dialog {

  /** Makes an enrolment code; throws if the engine refuses. */
  public EnrolDialog(DeskContext desk, DeskSession session, Texts texts, String team) {
    addClassName("enrol-dialog");
    EnrolmentCodeInfo code =
        desk.engine().send(session.caller(), AccessEndpoints.MAKE_CODE, new NewCode(1, null), team);
    Snapshot known = desk.feed().state().snapshot();
    String name = known == null ? team : known.campaign().teamName(team);
    setHeaderTitle(texts.get("enrol.title", name));
    Span typed = Dom.span("phones-enrol-code");
    typed.setText(code.code());
    String until =
        known == null ? "" : texts.figures().clock(code.expiresAt(), known.campaign().zone());
    add(
        Dom.div(
            "phones-enrol",
            new QrPicture(code.url(), texts.get("enrol.qr", name)),
            new Paragraph(texts.get("enrol.how")),
            new Paragraph(texts.get("enrol.typed")),
            typed,
            new Paragraph(texts.get("enrol.until", until))));
    Button close =
        new Button(
            texts.get("enrol.done"),
            _ -> {
              close();
              desk.poller().refresh();
            });
    close.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(close);
  }
}
