package vn.gocua.kiosk.desk.figures;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.data.Overview;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.FilterBar;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.campaign.CampaignInfo.Named;

/**
 * Figures of the whole campaign, of a day, a team, an activity, a hamlet, or of several at once.
 */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class FiguresPage extends DeskPage implements BeforeEnterObserver {
  private final Select<Choice> day = select("day");
  private final Select<Choice> team = select("team");
  private final Select<Choice> activity = select("activity");
  private final Select<Choice> hamlet = select("hamlet");
  private final Charts charts;
  private final FigureData loaded;
  private Map<String, List<String>> query = Map.of();
  private @Nullable FigureFilter scope;
  private boolean choosing;

  /** A value to choose; the empty code means all. */
  private record Choice(String code, String name) {}

  public FiguresPage(DeskContext desk) {
    super(desk, "figures");
    charts = new Charts(texts);
    loaded = new FigureData(desk.engine());
    add(new FilterBar(day, team, activity, hamlet), charts);
  }

  private Select<Choice> select(String name) {
    Select<Choice> select = new Select<>();
    select.setLabel(texts.get("figures.filter." + name));
    select.setItemLabelGenerator(Choice::name);
    select.addValueChangeListener(e -> {
      if (e.isFromClient() && !choosing) {
        chosen();
      }
    });
    return select;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    query = event.getLocation().getQueryParameters().getParameters();
    scope = null;
    Overview known = overview();
    if (known != null) {
      show(known);
    }
  }

  @Override
  protected void show(Overview overview) {
    CampaignInfo campaign = overview.campaign();
    if (scope == null) {
      scope = FigureFilter.of(query, campaign.days());
      offer(overview, scope);
    }
    FigureFilter wanted = scope;
    attempt(() -> {
      if (loaded.refresh(
          session.caller(),
          wanted.askedOfEngine(),
          overview.board().version(),
          desk.clock().instant())) {
        charts.show(overview, wanted, loaded.stats(), loaded.hours());
      }
    });
  }

  private void offer(Overview overview, FigureFilter now) {
    CampaignInfo campaign = overview.campaign();
    choosing = true;
    int today = Math.clamp(overview.board().day(), 1, campaign.days());
    List<Choice> days = new ArrayList<>();
    IntStream.rangeClosed(1, today)
        .map(i -> today + 1 - i)
        .forEach(d ->
            days.add(
                new Choice(
                    String.valueOf(d),
                    texts.get("figures.dayChoice", d, texts.figures().date(campaign.dateOf(d))))));
    fill(day, days, now.day() == null ? null : now.day().toString());
    fill(team, choices(campaign.teams(), t -> new Choice(t.code(), t.name())), now.team());
    fill(activity, choices(campaign.activities(), FiguresPage::choice), now.activity());
    fill(hamlet, choices(campaign.hamletList(), FiguresPage::choice), now.hamlet());
    choosing = false;
  }

  private static Choice choice(Named named) {
    return new Choice(named.code(), named.name());
  }

  private static <T> List<Choice> choices(List<T> all, Function<T, Choice> choice) {
    return all.stream().map(choice).toList();
  }

  private void fill(Select<Choice> select, List<Choice> choices, @Nullable String chosen) {
    List<Choice> all = new ArrayList<>();
    all.add(new Choice("", texts.get("figures.all")));
    all.addAll(choices);
    select.setItems(all);
    select.setValue(
        all.stream().filter(c -> c.code().equals(chosen)).findFirst().orElse(all.getFirst()));
  }

  private void chosen() {
    FigureFilter now =
        new FigureFilter(
            code(day) == null ? null : Integer.valueOf(String.valueOf(code(day))),
            code(team),
            code(activity),
            code(hamlet));
    getUI().ifPresent(ui -> ui.navigate(FiguresPage.class, QueryParameters.simple(now.query())));
  }

  private static @Nullable String code(Select<Choice> select) {
    Choice choice = select.getValue();
    return choice == null || choice.code().isEmpty() ? null : choice.code();
  }
}
