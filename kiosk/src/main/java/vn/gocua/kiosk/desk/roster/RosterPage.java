package vn.gocua.kiosk.desk.roster;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.FoldedText;
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
import vn.gocua.kiosk.desk.targets.GapsDialog;
import vn.gocua.kiosk.desk.targets.TargetCheck;
import vn.gocua.kiosk.desk.targets.TargetGaps;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.body.Limits;
import vn.gocua.protocol.campaign.CampaignInfo.Named;
import vn.gocua.protocol.campaign.RosterEndpoints;
import vn.gocua.protocol.campaign.RosterInfo;
import vn.gocua.protocol.campaign.RosterOrder;
import vn.gocua.protocol.campaign.TargetEndpoints;
import vn.gocua.protocol.campaign.TargetsChange;
import vn.gocua.protocol.campaign.TargetsInfo;
import vn.gocua.protocol.client.FetchedFile;
import vn.gocua.protocol.client.Query;

/** Teams and hamlets: leaders read them, admins change them, one by one or from a table. */
@SuppressWarnings("serial") // Sessions live and end in this process.
public final class RosterPage extends DeskPage {
  private static final Duration UPLOAD = Duration.ofMinutes(30);

  private final RowList<RosterInfo.Team> teams = new RowList<>("", this::team);
  private final RowList<Named> hamlets = new RowList<>("", this::hamlet);
  private final RowList<RosterInfo.Former> former = new RowList<>("", this::former);
  private final Panel formerPanel;
  private final TextField newHamlet = new TextField();
  private final Paragraph check = Panel.text("");
  private @Nullable RosterInfo roster;

  public RosterPage(DeskContext desk) {
    super(desk, "roster");
    Div acts = Dom.div("page-buttons");
    if (session.admin()) {
      acts.add(
          new Button(texts.get("roster.import"), _ -> takeIn()),
          ButtonRow.primary(texts.get("roster.add"), () -> edit(null)));
    }
    head().add(acts);
    check.addClassName("row-warning");
    check.setVisible(false);
    formerPanel = new Panel(text("former"), Panel.text(text("former.text")), former);
    formerPanel.setVisible(false);
    add(
        new Panel(Panel.text(text("text")), new ButtonRow(file("xlsx"), file("csv")), check),
        new Panel(text("teams"), teams),
        hamletPanel(),
        formerPanel);
    load();
  }

  private String text(String key) {
    return texts.get("roster." + key);
  }

  private Panel hamletPanel() {
    Panel panel = new Panel(text("allHamlets"), hamlets);
    if (session.admin()) {
      newHamlet.setLabel(texts.get("roster.hamlet.new"));
      newHamlet.setMaxLength(Limits.TEAM_NAME);
      panel.add(
          new ButtonRow(newHamlet, new Button(texts.get("roster.hamlet.add"), _ -> addHamlet())));
    }
    return panel;
  }

  private DownloadLink file(String form) {
    return new DownloadLink(
        texts.get("roster.template." + form),
        () -> {
          FetchedFile file =
              desk.engine()
                  .download(
                      session.caller(),
                      form.equals("csv") ? RosterEndpoints.CSV : RosterEndpoints.XLSX,
                      Query.NONE);
          return new DownloadResponse(
              file.body(), texts.get("roster.file") + "." + form, file.type(), -1);
        });
  }

  private void load() {
    attempt(() -> {
      show(desk.engine().call(session.caller(), RosterEndpoints.READ));
      var _ = showTargets();
    });
  }

  private void show(RosterInfo now) {
    roster = now;
    heading(
        texts.get("roster.title"),
        texts.get(
            "roster.sum",
            now.teams().size(),
            now.teams().stream().mapToLong(RosterInfo.Team::members).sum(),
            now.hamlets().size()));
    teams.show(now.teams());
    hamlets.show(now.hamlets());
    former.show(now.formerTeams());
    formerPanel.setVisible(!now.formerTeams().isEmpty());
  }

  private ListItem former(RosterInfo.Former team) {
    return RowList.row(
        new TitleAndDetail(
            team.name() + " (" + team.code() + ")",
            texts.get("roster.former.counts", team.checkIns())));
  }

  private ListItem team(RosterInfo.Team team) {
    RosterInfo now = Objects.requireNonNull(roster);
    String served = String.join(", ", team.hamlets().stream().map(now::hamletName).toList());
    String detail =
        Stream.of(
                team.code(),
                texts.get("roster.people", team.members()),
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
          new RowButtons(texts, team.name())
              .add("roster.change", () -> edit(team))
              .add("roster.remove", () -> remove(now, team)));
    }
    return item;
  }

  private ListItem hamlet(Named hamlet) {
    RosterInfo now = Objects.requireNonNull(roster);
    long serving =
        now.teams().stream().filter(team -> team.hamlets().contains(hamlet.code())).count();
    ListItem item =
        RowList.row(new TitleAndDetail(hamlet.name(), texts.get("roster.serving", serving)));
    if (session.admin()) {
      RowButtons acts =
          new RowButtons(texts, hamlet.name()).add("roster.rename", () -> rename(hamlet));
      if (serving == 0) {
        List<String> code = List.of(hamlet.code());
        acts.add("roster.remove", () -> change(new RosterOrder(basis(), null, null, null, code)));
      }
      item.add(acts);
    }
    return item;
  }

  private void edit(RosterInfo.@Nullable Team team) {
    if (roster != null) {
      new TeamDialog(
              texts,
              roster,
              team,
              saved -> change(new RosterOrder(basis(), List.of(saved), null, null, null)))
          .open();
    }
  }

  private void remove(RosterInfo now, RosterInfo.Team team) {
    new ConfirmDialog(
            texts,
            texts.get("roster.remove.title", team.name()),
            texts.get("roster.remove.text"),
            texts.get("roster.remove.yes"),
            () -> change(new RosterOrder(now.basis(), null, List.of(team.code()), null, null)))
        .open();
  }

  private void rename(Named hamlet) {
    FormDialog dialog =
        new FormDialog(
            texts, texts.get("roster.rename.title", hamlet.name()), texts.get("roster.save"));
    TextField name = new TextField(texts.get("roster.hamlet.name"));
    name.setMaxLength(Limits.TEAM_NAME);
    name.setValue(hamlet.name());
    dialog.fields(name);
    dialog.onSave(() -> {
      String given = name.getValue().strip();
      return !given.isEmpty() && change(named(hamlet.code(), given));
    });
    dialog.open();
  }

  /** A hamlet that is new, or has another name. */
  private RosterOrder named(String code, String name) {
    List<RosterOrder.Hamlet> hamlets = List.of(new RosterOrder.Hamlet(code, name));
    return new RosterOrder(basis(), null, null, hamlets, null);
  }

  /** Version of the shown roster, which a change names. */
  private String basis() {
    return Objects.requireNonNull(roster).basis();
  }

  private void addHamlet() {
    String name = newHamlet.getValue().strip();
    String code = FoldedText.code(name);
    RosterInfo now = roster;
    if (code.isEmpty() || now == null) {
      trouble(texts.get("roster.hamlet.need"));
    } else if (now.hamlets().stream().anyMatch(hamlet -> hamlet.code().equals(code))) {
      trouble(texts.get("roster.hamlet.there", name));
    } else if (change(named(code, name))) {
      newHamlet.clear();
    }
  }

  private void takeIn() {
    RosterInfo now = roster;
    if (now != null) {
      new ImportDialog(
              texts,
              now,
              bytes ->
                  desk.engine()
                      .within(UPLOAD)
                      .upload(
                          session.caller(),
                          RosterEndpoints.PREVIEW,
                          Query.NONE,
                          new ByteArrayInputStream(bytes),
                          bytes.length),
              this::reason,
              this::change)
          .open();
    }
  }

  private boolean change(RosterOrder order) {
    RosterInfo before = Objects.requireNonNull(roster);
    boolean done =
        attempt(() -> {
          show(desk.engine().send(session.caller(), RosterEndpoints.CHANGE, order));
          say(texts.get("roster.saved"));
        });
    if (done) {
      attempt(() -> offerTargets(before));
    } else {
      load();
    }
    return done;
  }

  /** Asks what becomes of the targets of teams that came or went. */
  private void offerTargets(RosterInfo before) {
    TargetGaps gaps = TargetGaps.after(before, Objects.requireNonNull(roster), showTargets());
    if (!gaps.none()) {
      new GapsDialog(texts, gaps, this::retarget).open();
    }
  }

  private boolean retarget(TargetsChange change) {
    return attempt(() -> {
      desk.engine().send(session.caller(), TargetEndpoints.CHANGE, change);
      say(texts.get("targets.saved"));
      var _ = showTargets();
    });
  }

  /** Says whether the teams' targets hang together, and returns them. */
  private TargetsInfo showTargets() {
    TargetsInfo targets = desk.engine().call(session.caller(), TargetEndpoints.READ);
    TargetCheck.Result result =
        new TargetCheck(texts)
            .of(targets.checkIns(), targets.teams(), Objects.requireNonNull(roster));
    Dom.text(check, result.text());
    Dom.visible(check, !result.right());
    return targets;
  }
}
