package vn.gocua.kiosk.desk.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Optional;
import vn.gocua.kiosk.desk.DeskWords;
import vn.gocua.kiosk.desk.insight.Forecast;
import vn.gocua.kiosk.desk.insight.Overview;
import vn.gocua.kiosk.screen.Shown;

/** Where the count will stand on the last day, as a range, and how that was worked out. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class ForecastCard extends Div {
  private final DeskWords words;
  private final Span range = Shown.span("card-number");
  private final Span outlook = Shown.span("card-gain");
  private final Span method = Shown.span("card-note");

  ForecastCard(DeskWords words) {
    this.words = words;
    addClassName("card");
    H2 heading = new H2(words.text("overview.forecast"));
    heading.addClassName("card-title");
    add(heading, Shown.div("card-figures", range, outlook), method);
  }

  void show(Overview overview) {
    Optional<Forecast> known = overview.forecast();
    if (known.isEmpty()) {
      Shown.text(range, "–");
      Shown.text(outlook, "");
      Shown.text(
          method,
          words.text(overview.running() ? "overview.forecast.early" : "overview.forecast.outside"));
      return;
    }
    Forecast forecast = known.get();
    long target = overview.checkIns().target();
    String promise = forecast.outlook(target).name().toLowerCase(Locale.ROOT);
    Shown.attribute(outlook, "data-outlook", promise);
    Shown.text(
        range,
        words.text("overview.range", words.count(forecast.low()), words.count(forecast.high())));
    Shown.text(
        outlook, target == 0 ? "" : words.text("overview.outlook." + promise, words.count(target)));
    Shown.text(
        method,
        words.text(
            "overview.forecast.method",
            words.count(forecast.likely()),
            words.count(forecast.basedOn())));
  }
}
