package vn.gocua.kiosk.desk.roster;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.NormalText;
import vn.gocua.kiosk.desk.api.NotDone;
import vn.gocua.kiosk.desk.api.Roster;
import vn.gocua.kiosk.desk.frame.DeskContext;
import vn.gocua.kiosk.desk.frame.DeskPage;
import vn.gocua.kiosk.desk.kit.ConfirmDialog;
import vn.gocua.kiosk.feed.EngineClient;
import vn.gocua.kiosk.screen.Dom;

/** Teams and hamlets: leaders read them, admins change them, one by one or from a table. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class RosterPage extends DeskPage {
  private static final String ROSTER = "/api/v1/roster";

  private final UnorderedList teams = new UnorderedList();
  private final UnorderedList hamlets = new UnorderedList();
  private final UnorderedList former = new UnorderedList();
  private final Div formerPanel;
  private final TextField newHamlet = new TextField();
  private @Nullable Roster roster;

  public RosterPage(DeskContext desk) {
    super(desk, "roster");
    teams.addClassNames("row-list", "roster-list");
    hamlets.addClassNames("row-list", "roster-list");
    former.addClassNames("row-list", "roster-list");
    Div files = Dom.div("button-row", file("xlsx"), file("csv"));
    Div acts = Dom.div("page-buttons");
    if (session.admin()) {
      Button add = new Button(words.text("roster.add"), _ -> edit(null));
      add.addThemeVariants(ButtonVariant.PRIMARY);
      acts.add(new Button(words.text("roster.import"), _ -> takeIn()), add);
    }
    head().add(acts);
    formerPanel = Dom.div("panel", title("former"), text("former.text"), former);
    formerPanel.setVisible(false);
    add(
        Dom.div("panel", text("text"), files),
        Dom.div("panel", title("teams"), teams),
        hamletPanel(),
        formerPanel);
    load();
  }

  private H2 title(String key) {
    H2 title = new H2(words.text("roster." + key));
    title.addClassName("panel-title");
    return title;
  }

  private Paragraph text(String key) {
    return new Paragraph(words.text("roster." + key));
  }

  private Div hamletPanel() {
    Div panel = Dom.div("panel", title("allHamlets"), hamlets);
    if (session.admin()) {
      newHamlet.setLabel(words.text("roster.hamlet.new"));
      newHamlet.setMaxLength(60);
      panel.add(
          Dom.div(
              "button-row",
              newHamlet,
              new Button(words.text("roster.hamlet.add"), _ -> addHamlet())));
    }
    return panel;
  }

  private Anchor file(String form) {
    Anchor anchor =
        new Anchor(
            DownloadHandler.fromInputStream(
                _ -> {
                  try {
                    EngineClient.File file =
                        desk.engine().file(session.asker(), ROSTER + "." + form);
                    return new DownloadResponse(
                        file.body(), words.text("roster.file") + "." + form, file.type(), -1);
                  } catch (NotDone e) {
                    return DownloadResponse.error(e.unanswered() ? 503 : e.status());
                  }
                }),
            AttachmentType.DOWNLOAD,
            words.text("roster.template." + form));
    anchor.addClassName("download-link");
    return anchor;
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
    teams.removeAll();
    now.teams().forEach(team -> teams.add(item(now, team)));
    hamlets.removeAll();
    now.hamlets().forEach(hamlet -> hamlets.add(item(now, hamlet)));
    former.removeAll();
    now.formerTeams()
        .forEach(
            team ->
                former.add(
                    new ListItem(
                        named(
                            team.name() + " (" + team.code() + ")",
                            words.text("roster.former.counts", words.count(team.checkIns()))))));
    formerPanel.setVisible(!now.formerTeams().isEmpty());
  }

  private static Div named(String what, String detail) {
    Span name = Dom.span("row-title");
    name.setText(what);
    Span more = Dom.span("row-detail");
    more.setText(detail);
    return Dom.div("title-detail", name, more);
  }

  private ListItem item(Roster now, Roster.Team team) {
    String served = String.join(", ", team.hamlets().stream().map(now::hamletName).toList());
    String detail =
        String.join(
            " · ",
            java.util.stream.Stream.of(
                    team.code(),
                    words.text("roster.people", words.count(team.members())),
                    served,
                    team.hall(),
                    team.hours(),
                    team.phone())
                .filter(part -> part != null && !part.isEmpty())
                .toList());
    ListItem item = new ListItem(named(team.name(), detail));
    item.getElement().setAttribute("data-team", team.code());
    if (session.admin()) {
      item.add(
          Dom.div(
              "button-row",
              act("roster.change", team.name(), () -> edit(team)),
              act("roster.remove", team.name(), () -> remove(now, team))));
    }
    return item;
  }

  private ListItem item(Roster now, Roster.Hamlet hamlet) {
    long serving =
        now.teams().stream().filter(team -> team.hamlets().contains(hamlet.code())).count();
    ListItem item =
        new ListItem(named(hamlet.name(), words.text("roster.serving", words.count(serving))));
    if (session.admin()) {
      Div acts = Dom.div("button-row", act("roster.rename", hamlet.name(), () -> rename(hamlet)));
      if (serving == 0) {
        acts.add(
            act(
                "roster.remove",
                hamlet.name(),
                () -> change(Map.of("hamletsRemoved", List.of(hamlet.code())))));
      }
      item.add(acts);
    }
    return item;
  }

  private Button act(String text, String about, Runnable work) {
    Button button = new Button(words.text(text), _ -> work.run());
    button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    button.setAriaLabel(words.text(text) + ": " + about);
    return button;
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
    Dialog dialog = new Dialog(words.text("roster.rename.title", hamlet.name()));
    TextField name = new TextField(words.text("roster.hamlet.name"));
    name.setMaxLength(60);
    name.setValue(hamlet.name());
    Button save =
        new Button(
            words.text("roster.save"),
            _ -> {
              String given = name.getValue().strip();
              if (!given.isEmpty()
                  && change(Map.of("hamlets", List.of(new Roster.Hamlet(hamlet.code(), given))))) {
                dialog.close();
              }
            });
    save.addThemeVariants(ButtonVariant.PRIMARY);
    dialog.add(Dom.div("form-fields", name));
    dialog.getFooter().add(new Button(words.text("cancel"), _ -> dialog.close()), save);
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
        attempt(
            () -> {
              show(desk.engine().post(session.asker(), ROSTER + "/changes", whole, Roster.class));
              say(words.text("roster.saved"));
            });
    if (!done) {
      load();
    }
    return done;
  }
}
