package vn.gocua.kiosk.desk.recount;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.time.Background;
import vn.gocua.kiosk.desk.chart.Table;
import vn.gocua.kiosk.desk.chart.TableView;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.Verdict;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.board.BoardEndpoints;
import vn.gocua.protocol.board.RecountInfo;
import vn.gocua.protocol.client.ApiRefusal;

/** Recounts the whole journal and compares it with the board. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class RecountPage extends DeskPage {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Button start;
  private final ProgressBar bar = new ProgressBar();
  private final Span running = Dom.span("row-strong");
  private final Div result = Dom.div("recount-result");
  private @Nullable Long since;

  public RecountPage(DeskContext desk) {
    super(desk, "recount");
    start = ButtonRow.primary(texts.get("recount.start"), this::start);
    bar.setIndeterminate(true);
    bar.getElement().setAttribute("aria-label", texts.get("recount.running"));
    bar.setVisible(false);
    result.getElement().setAttribute("role", "status");
    running.setVisible(false);
    add(new Panel(Panel.text(texts.get("recount.text")), start, bar, running, result));
  }

  @Override
  protected void show(Overview overview) {
    Long begun = since;
    if (begun != null) {
      long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
      running.setText(texts.get("recount.since", seconds));
    }
  }

  private void start() {
    UI ui = UI.getCurrentOrThrow();
    since = System.nanoTime();
    counting(true);
    Background.start(
        "recount",
        () -> {
          try {
            RecountInfo counted =
                desk.engine().within(PATIENCE).call(session.caller(), BoardEndpoints.RECOUNT);
            var _ = ui.access(() -> show(counted));
          } catch (ApiRefusal e) {
            var _ =
                ui.access(() -> {
                  counting(false);
                  attempt(() -> {
                    throw e;
                  });
                });
          }
        });
  }

  private void counting(boolean now) {
    start.setEnabled(!now);
    bar.setVisible(now);
    running.setVisible(now);
    running.setText(now ? texts.get("recount.running") : "");
    if (now) {
      result.removeAll();
    } else {
      since = null;
    }
  }

  private void show(RecountInfo counted) {
    counting(false);
    Verdict verdict = new Verdict();
    verdict.tell(
        texts.get(counted.equal() ? "recount.equal" : "recount.different"), !counted.equal());
    Paragraph took =
        new Paragraph(
            texts.get(
                "recount.took",
                counted.journal().events(),
                texts.figures().seconds(Duration.ofMillis(counted.tookMs()))));
    List<List<Object>> rows = new ArrayList<>();
    rows.add(row("recount.journal", counted.journal()));
    rows.add(row("recount.live", counted.live()));
    rows.add(row("recount.board", counted.board()));
    for (RecountInfo.Difference difference : counted.differences()) {
      String where = difference.team() + " " + difference.date() + " · ";
      rows.add(row(where, "recount.journal", difference.journal()));
      rows.add(row(where, "recount.live", difference.live()));
      rows.add(row(where, "recount.board", difference.board()));
    }
    result.add(
        verdict,
        took,
        new TableView(
            texts,
            new Table(
                List.of(
                    texts.get("recount.where"),
                    texts.get("recount.events"),
                    texts.on("wall").get("checkIns"),
                    texts.on("wall").get("residents")),
                rows)));
  }

  private List<Object> row(String name, RecountInfo.Side side) {
    return row("", name, side);
  }

  private List<Object> row(String where, String name, RecountInfo.Side side) {
    return List.of(where + texts.get(name), side.events(), side.checkIns(), side.residents());
  }
}
