package vn.gocua.kiosk.wall;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.campaign.CampaignInfo.Named;

/**
 * Named counts beside each other, each with its number and a bar as long as its share of the
 * greatest.
 */
@SuppressWarnings("serial")
final class Bars extends Div {
  private final Texts texts;
  private final Div rows = Dom.div("bars");
  private final Map<String, Row> byCode = new LinkedHashMap<>();
  private List<Named> names = List.of();

  private record Row(Div bar, Span count) {}

  Bars(Texts texts, String title) {
    this.texts = texts;
    addClassNames("panel", "bars-panel");
    add(Dom.heading(title), rows);
  }

  void show(List<Named> configured, Map<String, Long> counts) {
    if (!configured.equals(names)) {
      rebuild(configured);
    }
    long greatest = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    byCode.forEach((code, row) -> {
      long count = counts.getOrDefault(code, 0L);
      Dom.text(row.count(), texts.figures().count(count));
      Dom.style(row.bar(), "--share", Dom.ratio(greatest == 0 ? 0 : (double) count / greatest));
    });
  }

  private void rebuild(List<Named> configured) {
    names = configured;
    byCode.clear();
    rows.removeAll();
    for (Named named : configured) {
      Span name = Dom.span("bar-name");
      name.setText(named.name());
      Span count = Dom.span("bar-count");
      Div bar = Dom.div("bar", name, count);
      byCode.put(named.code(), new Row(bar, count));
      rows.add(bar);
    }
  }
}
