package vn.gocua.kiosk.desk.roster;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.desk.kit.FileDrop;
import vn.gocua.kiosk.desk.kit.FormDialog;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.Verdict;
import vn.gocua.kiosk.desk.kit.WidgetTexts;
import vn.gocua.kiosk.screen.Dom;
import vn.gocua.protocol.campaign.CampaignInfo.Named;
import vn.gocua.protocol.campaign.RosterInfo;
import vn.gocua.protocol.campaign.RosterOrder;
import vn.gocua.protocol.client.ApiRefusal;

/** Imports a table of teams: shows its changes row by row, then applies all or none. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class ImportDialog extends FormDialog {
  private static final int MOST_BYTES = 1024 * 1024;
  private static final int LISTED = 60;
  private static final String DOUBTFUL = "doubtful";
  private static final List<String> NOTES = List.of(DOUBTFUL, "repaired", "left-out");

  private final Texts texts;
  private final Predicate<RosterOrder> apply;
  private final Verdict verdict = new Verdict();
  private final UnorderedList list = new UnorderedList();
  private final Checkbox strike = new Checkbox();
  private RosterInfo.@Nullable Preview preview;
  private RosterInfo roster;
  private int news;

  /**
   * @param preview asks the engine for a file's changes
   * @param apply whether the change was made
   */
  ImportDialog(
      Texts texts,
      RosterInfo roster,
      Function<byte[], RosterInfo.Preview> preview,
      Function<ApiRefusal, String> reason,
      Predicate<RosterOrder> apply) {
    super(texts, texts.get("roster.import"), texts.get("roster.import.take"));
    this.texts = texts;
    this.roster = roster;
    this.apply = apply;
    addClassName("import-dialog");
    setWidth("44rem");
    list.addClassNames("row-list", "scroll-list", "roster-import");
    list.getElement().setAttribute("tabindex", "0");
    list.getElement().setAttribute("aria-label", texts.get("roster.import.rows"));
    strike.setVisible(false);
    FileDrop upload =
        new FileDrop(
            texts.get("roster.import.choose"),
            texts.get("roster.import.drop"),
            MOST_BYTES,
            bytes -> {
              try {
                RosterInfo.Preview looked = preview.apply(bytes);
                onScreen(() -> show(looked));
              } catch (ApiRefusal e) {
                String why = reason.apply(e);
                onScreen(() -> refuse(why));
              }
            },
            // The engine says of the other kinds of tables what to do about them.
            ".xlsx",
            ".xlsm",
            ".xls",
            ".xlsb",
            ".ods",
            ".csv",
            ".tsv",
            ".txt");
    upload.setI18n(WidgetTexts.upload(texts, texts.get("roster.import.kind"), MOST_BYTES));
    upload.addFileRejectedListener(e -> refuse(e.getErrorMessage()));
    strike.addValueChangeListener(e -> done().setEnabled(news > 0 || e.getValue()));
    done().setEnabled(false);
    fields(Panel.text(texts.get("roster.import.text")), upload, verdict, strike, list);
    onSave(this::take);
  }

  private void onScreen(com.vaadin.flow.server.Command change) {
    getUI()
        .ifPresent(ui -> {
          var _ = ui.access(change);
        });
  }

  private void refuse(String why) {
    preview = null;
    list.removeAll();
    strike.setVisible(false);
    done().setEnabled(false);
    verdict.bad(why);
  }

  private void show(RosterInfo.Preview looked) {
    list.removeAll();
    strike.setVisible(false);
    preview = looked;
    if (!looked.problems().isEmpty()) {
      refuse(texts.get("roster.import.bad", looked.problems().size()));
      looked.problems().stream()
          .limit(LISTED)
          .forEach(p -> list.add(item("bad", texts.get("roster.line", p.line()), p.message())));
      notes(looked);
      return;
    }
    int removed = count(looked, "removed");
    news = count(looked, "added") + count(looked, "changed");
    long doubts = looked.notes().stream().filter(note -> note.kind().equals(DOUBTFUL)).count();
    String sum =
        texts.get(
            "roster.import.good",
            count(looked, "added"),
            count(looked, "changed"),
            count(looked, "unchanged"),
            looked.newHamlets().size());
    verdict.good(doubts == 0 ? sum : sum + ". " + texts.get("roster.import.doubts", doubts));
    strike.setVisible(removed > 0);
    strike.setValue(false);
    strike.setLabel(texts.get("roster.import.strike", removed));
    done().setEnabled(news > 0);
    notes(looked);
    looked
        .newHamlets()
        .forEach(h -> list.add(item("added", texts.get("roster.import.hamlet"), h.name())));
    looked.rows().stream()
        .filter(row -> !row.kind().equals("unchanged"))
        .limit(LISTED)
        .forEach(
            row -> list.add(item(row.kind(), texts.get("roster.kind." + row.kind()), text(row))));
  }

  /** What is not taken as it stands there: first what a person has to judge. */
  private void notes(RosterInfo.Preview looked) {
    NOTES.forEach(kind ->
        looked.notes().stream()
            .filter(note -> note.kind().equals(kind))
            .limit(LISTED)
            .forEach(
                note -> list.add(item(kind, texts.get("roster.note." + kind), note.message()))));
  }

  private static int count(RosterInfo.Preview preview, String kind) {
    return preview.counts().getOrDefault(kind, 0);
  }

  private ListItem item(String kind, String what, String text) {
    Span tag = Dom.span("roster-kind");
    tag.setText(what);
    Span body = Dom.span("import-text");
    body.setText(text);
    ListItem item = new ListItem(new Div(tag, body));
    item.getElement().setAttribute("data-kind", kind);
    return item;
  }

  /** The changed values of a row. */
  private String text(RosterInfo.Row row) {
    RosterInfo.Team now = row.after() == null ? row.before() : row.after();
    if (now == null) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    RosterInfo.Team before = row.before();
    if (row.kind().equals("changed") && before != null) {
      parts.add(before.name());
      differ(parts, "name", before.name(), now.name());
      differ(
          parts,
          "members",
          texts.figures().count(before.members()),
          texts.figures().count(now.members()));
      differ(parts, "hamlets", hamlets(before), hamlets(now));
      differ(parts, "hall", before.hall(), now.hall());
      differ(parts, "hours", before.hours(), now.hours());
      differ(parts, "phone", before.phone(), now.phone());
    } else {
      parts.add(now.code());
      parts.add(now.name());
      parts.add(texts.get("roster.people", now.members()));
      parts.add(hamlets(now));
    }
    return String.join(" · ", parts);
  }

  private String hamlets(RosterInfo.Team team) {
    return String.join(
        ", ",
        team.hamlets().stream()
            .map(code ->
                preview == null
                    ? code
                    : preview.newHamlets().stream()
                        .filter(h -> h.code().equals(code))
                        .map(Named::name)
                        .findFirst()
                        .orElseGet(() -> roster.hamletName(code)))
            .toList());
  }

  private void differ(
      List<String> parts, String what, @Nullable String before, @Nullable String now) {
    if (!Objects.equals(before, now)) {
      parts.add(
          texts.get(
              "roster.differs",
              texts.get("roster." + what),
              Objects.requireNonNullElse(before, "–"),
              Objects.requireNonNullElse(now, "–")));
    }
  }

  private boolean take() {
    RosterInfo.Preview looked = preview;
    if (looked == null) {
      return false;
    }
    List<RosterOrder.Team> teams =
        looked.rows().stream()
            .filter(row -> row.kind().equals("added") || row.kind().equals("changed"))
            .map(RosterInfo.Row::after)
            .filter(Objects::nonNull)
            .map(ImportDialog::order)
            .toList();
    List<String> removed =
        looked.rows().stream()
            .filter(row -> row.kind().equals("removed"))
            .map(RosterInfo.Row::before)
            .filter(Objects::nonNull)
            .map(RosterInfo.Team::code)
            .toList();
    List<RosterOrder.Hamlet> hamlets =
        looked.newHamlets().stream()
            .map(hamlet -> new RosterOrder.Hamlet(hamlet.code(), hamlet.name()))
            .toList();
    return apply.test(
        new RosterOrder(looked.basis(), teams, strike.getValue() ? removed : null, hamlets, null));
  }

  private static RosterOrder.Team order(RosterInfo.Team team) {
    return new RosterOrder.Team(
        team.code(),
        team.name(),
        team.members(),
        team.hamlets(),
        team.hall(),
        team.hours(),
        team.phone());
  }
}
