package vn.gocua.kiosk.resident.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.feed.FeedState;
import vn.gocua.kiosk.feed.FeedState.Signal;
import vn.gocua.kiosk.feed.FeedState.Snapshot;
import vn.gocua.kiosk.resident.shell.KioskContext;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.campaign.CampaignInfo.Named;

/** The campaign's figures for readers at the screen. */
public final class BoardPage implements Page {
  @Override
  public String title(Texts texts) {
    return texts.get("board");
  }

  @Override
  public Component content(PageHost host) {
    return new Panel(host.context(), host.texts());
  }

  @SuppressWarnings("serial")
  private static final class Panel extends LiveCounters {
    private final Texts texts;
    private final Counters counters;
    private final Bars activities;
    private final Bars groups;
    private final Span light = Widgets.span("board-light", "");
    private final Div waiting;

    Panel(KioskContext context, Texts texts) {
      super(context);
      this.texts = texts;
      addClassName("board");
      counters = new Counters(texts);
      activities = new Bars(texts, texts.get("board.byActivity"));
      groups = new Bars(texts, texts.get("board.byGroup"));
      waiting =
          Widgets.div("board-waiting", Widgets.text("message-text", texts.get("board.waiting")));
      add(light, counters, Widgets.div("board-bars", activities, groups), waiting);
    }

    @Override
    void show(FeedState state) {
      Snapshot snapshot = state.snapshot();
      counters.setVisible(snapshot != null);
      waiting.setVisible(snapshot == null);
      if (snapshot == null) {
        light.setText("");
        return;
      }
      CampaignInfo campaign = snapshot.campaign();
      counters.show(campaign, snapshot.board());
      activities.show(
          campaign.activities().stream().filter(a -> !a.code().equals("on-duty")).toList(),
          snapshot.board().totals().byActivity());
      groups.show(campaign.groups(), snapshot.board().totals().byGroup());
      ZoneId zone = campaign.zone();
      boolean live = state.signal() == Signal.LIVE;
      light.setClassName("stale", !live);
      light.setText(
          live
              ? texts.get("board.live")
              : texts.get("board.stale", texts.figures().clock(state.heardAt(), zone)));
    }
  }

  /** Named counts beside each other. */
  @SuppressWarnings("serial")
  private static final class Bars extends Div {
    private final Texts texts;
    private final Div rows = Widgets.div("bar-rows");
    private final Map<String, Bar> byCode = new LinkedHashMap<>();
    private List<Named> names = List.of();

    private record Bar(Div row, Span count) {}

    Bars(Texts texts, String title) {
      this.texts = texts;
      addClassName("board-part");
      add(Widgets.text("part-title", title), rows);
    }

    void show(List<Named> configured, Map<String, Long> counts) {
      if (!configured.equals(names)) {
        names = configured;
        byCode.clear();
        rows.removeAll();
        for (Named named : configured) {
          Span count = Widgets.span("bar-row-count", "");
          Div row =
              Widgets.div(
                  "bar-row",
                  Widgets.span("bar-row-name", named.name()),
                  count,
                  Widgets.div("bar-row-track"));
          byCode.put(named.code(), new Bar(row, count));
          rows.add(row);
        }
      }
      long greatest = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
      byCode.forEach((code, bar) -> {
        long count = counts.getOrDefault(code, 0L);
        bar.count().setText(texts.figures().count(count));
        double share = greatest == 0 ? 0 : (double) count / greatest;
        bar.row().getStyle().set("--share", String.valueOf(Math.round(share * 1000) / 1000.0));
      });
    }
  }
}
