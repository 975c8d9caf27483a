package vn.gocua.kiosk.desk.roster;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.NormalText;
import vn.gocua.kiosk.desk.api.Roster;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ButtonRow;
import vn.gocua.kiosk.desk.kit.ConfirmDialog;
import vn.gocua.kiosk.desk.kit.DownloadLink;
import vn.gocua.kiosk.desk.kit.FormDialog;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.RowButtons;
import vn.gocua.kiosk.desk.kit.RowList;
import vn.gocua.kiosk.desk.kit.TitleAndDetail;
import vn.gocua.kiosk.feed.EngineClient;
import vn.gocua.kiosk.screen.Dom;

/** Teams and hamlets: leaders read them, admins change them, one by one or from a table. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class RosterPage extends DeskPage {
  private static final String ROSTER = "/api/v1/roster";

  private final RowList<Roster.Team> teams = new RowList<>("", this::team);
  private final RowList<Roster.Hamlet> hamlets = new RowList<>("", this::hamlet);
  private final RowList<Roster.Former> former = new RowList<>("", this::former);
  private final Panel formerPanel;
  private final TextField newHamlet = new TextField();
  private @Nullable Roster roster;

  public RosterPage(DeskContext desk) {
    super(desk, "roster");
    Div acts = Dom.div("page-buttons");
    if (session.admin()) {
      acts.add(
          new Button(words.text("roster.import"), _ -> takeIn()),
          ButtonRow.primary(words.text("roster.add"), () -> edit(null)));
    }
    head().add(acts);
    formerPanel = new Panel(text("former"), Panel.text(text("former.text")), former);
    formerPanel.setVisible(false);
    add(
        new Panel(Panel.text(text("text")), new ButtonRow(file("xlsx"), file("csv"))),
        new Panel(text("teams"), teams),
        hamletPanel(),
        formerPanel);
    load();
  }

  private String text(String key) {
    return words.text("roster." + key);
  }

  private Panel hamletPanel() {
    Panel panel = new Panel(text("allHamlets"), hamlets);
    if (session.admin()) {
      newHamlet.setLabel(words.text("roster.hamlet.new"));
      newHamlet.setMaxLength(60);
      panel.add(
          new ButtonRow(newHamlet, new Button(words.text("roster.hamlet.add"), _ -> addHamlet())));
    }
    return panel;
  }

  private DownloadLink file(String form) {
    return new DownloadLink(
        words.text("roster.template." + form),
        () -> {
          EngineClient.File file = desk.engine().file(session.asker(), ROSTER + "." + form);
          return new DownloadResponse(
              file.body(), words.text("roster.file") + "." + form, file.type(), -1);
        });
  }

  private void load() {
    attempt(() -> show(desk.engine().get(session.asker(), ROSTER, Roster.class)));
  }

  private void show(Roster now) {
    roster = now;
    heading(
        words.text("roster.title"),
        words.text(
            "roster.sum",
            words.count(now.teams().size()),
            words.count(now.teams().stream().mapToLong(Roster.Team::members).sum()),
            words.count(now.hamlets().size())));
    teams.show(now.teams());
    hamlets.show(now.hamlets());
    former.show(now.formerTeams());
    formerPanel.setVisible(!now.formerTeams().isEmpty());
  }

  private ListItem former(Roster.Former team) {
    return RowList.row(
        new TitleAndDetail(
            team.name() + " (" + team.code() + ")",
            words.text("roster.former.counts", words.count(team.checkIns()))));
  }

  private ListItem team(Roster.Team team) {
    Roster now = Objects.requireNonNull(roster);
    String served = String.join(", ", team.hamlets().stream().map(now::hamletName).toList());
    String detail =
        Stream.of(
                team.code(),
                words.text("roster.people", words.count(team.members())),
                served,
                team.hall(),
                team.hours(),
                team.phone())
            .filter(part -> part != null && !part.isEmpty())
            .collect(Collectors.joining(" · "));
    ListItem item = RowList.row(new TitleAndDetail(team.name(), detail));
    item.getElement().setAttribute("data-team", team.code());
    if (session.admin()) {
      item.add(
          new RowButtons(words, team.name())
              .add("roster.change", () -> edit(team))
              .add("roster.remove", () -> remove(now, team)));
    }
    return item;
  }

  private ListItem hamlet(Roster.Hamlet hamlet) {
    Roster now = Objects.requireNonNull(roster);
    long serving =
        now.teams().stream().filter(team -> team.hamlets().contains(hamlet.code())).count();
    ListItem item =
        RowList.row(
            new TitleAndDetail(hamlet.name(), words.text("roster.serving", words.count(serving))));
    if (session.admin()) {
      RowButtons acts =
          new RowButtons(words, hamlet.name()).add("roster.rename", () -> rename(hamlet));
      if (serving == 0) {
        acts.add("roster.remove", () -> change(Map.of("hamletsRemoved", List.of(hamlet.code()))));
      }
      item.add(acts);
    }
    return item;
  }

  private void edit(Roster.@Nullable Team team) {
    if (roster != null) {
      new TeamDialog(words, roster, team, saved -> change(Map.of("teams", List.of(saved)))).open();
    }
  }

  private void remove(Roster now, Roster.Team team) {
    new ConfirmDialog(
            words,
            words.text("roster.remove.title", team.name()),
            words.text("roster.remove.text"),
            words.text("roster.remove.yes"),
            () -> change(Map.of("basis", now.basis(), "teamsRemoved", List.of(team.code()))))
        .open();
  }

  private void rename(Roster.Hamlet hamlet) {
    FormDialog dialog =
        new FormDialog(
            words, words.text("roster.rename.title", hamlet.name()), words.text("roster.save"));
    TextField name = new TextField(words.text("roster.hamlet.name"));
    name.setMaxLength(60);
    name.setValue(hamlet.name());
    dialog.fields(name);
    dialog.onSave(() -> {
      String given = name.getValue().strip();
      return !given.isEmpty()
          && change(Map.of("hamlets", List.of(new Roster.Hamlet(hamlet.code(), given))));
    });
    dialog.open();
  }

  private void addHamlet() {
    String name = newHamlet.getValue().strip();
    String code = code(name);
    Roster now = roster;
    if (code.isEmpty() || now == null) {
      trouble(words.text("roster.hamlet.need"));
    } else if (now.hamlets().stream().anyMatch(hamlet -> hamlet.code().equals(code))) {
      trouble(words.text("roster.hamlet.there", name));
    } else if (change(Map.of("hamlets", List.of(new Roster.Hamlet(code, name))))) {
      newHamlet.clear();
    }
  }

  /** «Cơ Giáo» → «co-giao». */
  private static String code(String name) {
    String bare =
        NormalText.apart(name.toLowerCase(Locale.ROOT).replace('đ', 'd'))
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return bare.substring(0, Math.min(40, bare.length()));
  }

  private void takeIn() {
    Roster now = roster;
    if (now != null) {
      new ImportDialog(
              words,
              now,
              bytes ->
                  desk.engine()
                      .upload(
                          session.asker(),
                          ROSTER + "/previews",
                          new ByteArrayInputStream(bytes),
                          bytes.length,
                          Roster.Preview.class),
              this::reason,
              this::change)
          .open();
    }
  }

  /** Made on what is shown here, unless it says itself on what. */
  private boolean change(Map<String, Object> wish) {
    Roster now = roster;
    if (now == null) {
      return false;
    }
    Map<String, Object> whole = new java.util.LinkedHashMap<>(wish);
    whole.putIfAbsent("basis", now.basis());
    boolean done =
        attempt(() -> {
          show(desk.engine().post(session.asker(), ROSTER + "/changes", whole, Roster.class));
          say(words.text("roster.saved"));
        });
    if (!done) {
      load();
    }
    return done;
  }
}
