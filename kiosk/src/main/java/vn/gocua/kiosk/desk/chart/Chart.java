package vn.gocua.kiosk.desk.chart;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.kiosk.screen.Versioned;

/**
 * A chart drawn in the browser by {@code desk-charts.js}, with the same figures as a table and a
 * CSV file. It is redrawn only when its figures change.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class Chart extends Panel {
  private static final String DRAWING = Versioned.address("/gocua/desk-charts.js");

  private final Texts texts;
  private final Div canvas = Dom.div("chart-canvas");
  private final NativeDetails details = new NativeDetails();
  private final Div figures = new Div();
  private final Paragraph note = new Paragraph("");
  private @Nullable ObjectNode spec;
  private @Nullable Table table;

  /**
   * @param fileName of the CSV, without its ending
   */
  public Chart(Texts texts, String title, String fileName) {
    this.texts = texts;
    addClassName("chart-panel");
    canvas.getElement().setAttribute("role", "img");
    Anchor csv = new Anchor(download(fileName), AttachmentType.DOWNLOAD, texts.get("chart.csv"));
    csv.addClassName("chart-csv");
    details.setSummaryText(texts.get("chart.table"));
    details.setContent(figures);
    details.addToggleListener(e -> fill(e.isOpened()));
    note.addClassName("chart-note");
    Dom.visible(note, false);
    add(Dom.div("panel-head", Panel.heading(title), csv), canvas, note, details);
  }

  private DownloadHandler download(String fileName) {
    return DownloadHandler.fromInputStream(_ -> {
      byte[] bytes = (table == null ? "" : table.csv()).getBytes(StandardCharsets.UTF_8);
      return new DownloadResponse(
          new ByteArrayInputStream(bytes),
          fileName + ".csv",
          "text/csv;charset=utf-8",
          bytes.length);
    });
  }

  @Override
  protected void onAttach(AttachEvent event) {
    event.getUI().getPage().addJavaScript(DRAWING);
    draw();
  }

  /**
   * Shows figures.
   *
   * @param drawing options for {@code desk-charts.js}
   * @param label the picture's text for screen readers
   */
  public void show(ObjectNode drawing, Table now, String label) {
    if (drawing.equals(spec) && now.equals(table)) {
      return;
    }
    spec = drawing;
    table = now;
    Dom.attribute(canvas, "aria-label", label);
    fill(details.isOpen());
    if (isAttached()) {
      draw();
    }
  }

  /** Shows a note under the picture; empty: none. */
  public void note(String text) {
    Dom.text(note, text);
    Dom.visible(note, !text.isEmpty());
  }

  private void draw() {
    if (spec != null) {
      canvas
          .getElement()
          .executeJs(
              "window.gocuaChart ? window.gocuaChart(this, $0) : (window.gocuaCharts ??="
                  + " []).push([this, $0])",
              spec);
    }
  }

  private void fill(boolean open) {
    figures.removeAll();
    if (!open || table == null) {
      return;
    }
    figures.add(new TableView(texts, table));
  }
}
