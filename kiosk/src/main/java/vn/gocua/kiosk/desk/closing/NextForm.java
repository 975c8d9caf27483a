package vn.gocua.kiosk.desk.closing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Consumer;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.DownloadLink;
import vn.gocua.kiosk.desk.kit.FilterBar;
import vn.gocua.kiosk.desk.kit.WidgetTexts;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.campaign.CampaignEndpoints;
import vn.gocua.protocol.campaign.NextCampaignOrder;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.FetchedFile;

/** Form for the next campaign; makes its files, which an engine would accept. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class NextForm extends Div {
  private static final int STEPS = 5;

  private final Texts texts;
  private final TextField id = new TextField();
  private final TextField name = new TextField();
  private final DatePicker start = new DatePicker();
  private final IntegerField days = new IntegerField();
  private final IntegerField checkIns = new IntegerField();
  private final IntegerField residents = new IntegerField();
  private final Div result = new Div();

  NextForm(DeskContext desk, DeskSession session, Texts texts, Consumer<String> trouble) {
    this.texts = texts;
    addClassName("closing-next");
    name.setLabel(texts.get("next.name"));
    name.setMaxLength(Limits.TITLE);
    name.addClassName("closing-next-name");
    id.setLabel(texts.get("next.id"));
    id.setHelperText(texts.get("next.id.rule"));
    id.setMaxLength(40);
    start.setLabel(texts.get("next.start"));
    WidgetTexts.dates(texts, start);
    start.setAutoOpen(false); // Who types the date wants no calendar over the next field.
    number(days, "next.days", 366, 45);
    number(checkIns, "targets.checkIns", 100_000_000, 10_000);
    number(residents, "targets.residents", 100_000_000, 15_000);
    Button make =
        new Button(
            texts.get("next.make"),
            _ -> {
              if (!isWhole()) {
                trouble.accept(texts.get("next.incomplete"));
                return;
              }
              try (FetchedFile made =
                  desk.engine().make(session.caller(), CampaignEndpoints.PREPARE_NEXT, order())) {
                handOut(made.body().readAllBytes());
              } catch (IOException _) {
                trouble.accept(texts.get("trouble.unreachable"));
              } catch (ApiRefusal e) {
                result.removeAll();
                trouble.accept(e.title().isEmpty() ? texts.get("trouble.unreachable") : e.title());
              }
            });
    add(new FilterBar(name, id, start, days, checkIns, residents), new ButtonRow(make), result);
  }

  private void number(IntegerField field, String label, int most, int value) {
    field.setLabel(texts.get(label));
    field.setMin(1);
    field.setMax(most);
    field.setValue(value);
  }

  private boolean isWhole() {
    boolean numbers =
        java.util.stream.Stream.of(days, checkIns, residents)
            .allMatch(field -> field.getValue() != null && !field.isInvalid());
    boolean named = id.getValue().matches("[a-z0-9][a-z0-9-]{0,39}");
    id.setInvalid(!named);
    name.setInvalid(name.getValue().isBlank());
    start.setInvalid(start.getValue() == null);
    return numbers && named && !name.getValue().isBlank() && start.getValue() != null;
  }

  private NextCampaignOrder order() {
    return new NextCampaignOrder(
        id.getValue(),
        name.getValue().strip(),
        start.getValue().toString(),
        days.getValue(),
        checkIns.getValue(),
        residents.getValue());
  }

  private void handOut(byte[] zip) {
    result.removeAll();
    String file = "chien-dich-" + id.getValue() + ".zip";
    DownloadLink link =
        new DownloadLink(
            texts.get("next.download", file),
            () ->
                new DownloadResponse(
                    new ByteArrayInputStream(zip), file, "application/zip", zip.length));
    OrderedList steps = new OrderedList();
    for (int step = 1; step <= STEPS; step++) {
      steps.add(new ListItem(texts.get("next.step." + step)));
    }
    Paragraph then = new Paragraph(texts.get("next.then"));
    then.getElement().setAttribute("role", "status");
    result.add(link, then, steps);
  }
}
