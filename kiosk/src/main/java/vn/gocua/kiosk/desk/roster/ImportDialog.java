package vn.gocua.kiosk.desk.roster;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.api.NotDone;
import vn.gocua.kiosk.desk.api.Roster;
import vn.gocua.kiosk.desk.kit.DeskWords;
import vn.gocua.kiosk.desk.kit.FileDrop;
import vn.gocua.kiosk.desk.kit.FormDialog;
import vn.gocua.kiosk.desk.kit.Panel;
import vn.gocua.kiosk.desk.kit.Verdict;
import vn.gocua.kiosk.screen.Dom;

/** A table of teams: shown first, row by row, what it would change; then taken whole, or not. */
@SuppressWarnings("serial") // Sessions live and end in this process.
final class ImportDialog extends FormDialog {
  private static final int MOST_BYTES = 1024 * 1024;
  private static final int LISTED = 60;

  private final DeskWords words;
  private final Predicate<Map<String, Object>> apply;
  private final Verdict verdict = new Verdict();
  private final UnorderedList list = new UnorderedList();
  private final Checkbox strike = new Checkbox();
  private Roster.@Nullable Preview preview;
  private Roster roster;

  /**
   * @param look asks the engine what a file would change
   * @param apply returns whether the change was made
   */
  ImportDialog(
      DeskWords words,
      Roster roster,
      Function<byte[], Roster.Preview> look,
      Function<NotDone, String> reason,
      Predicate<Map<String, Object>> apply) {
    super(words, words.text("roster.import"), words.text("roster.import.take"));
    this.words = words;
    this.roster = roster;
    this.apply = apply;
    addClassName("import-dialog");
    setWidth("44rem");
    list.addClassNames("row-list", "scroll-list", "roster-import");
    list.getElement().setAttribute("tabindex", "0");
    list.getElement().setAttribute("aria-label", words.text("roster.import.rows"));
    strike.setVisible(false);
    FileDrop upload =
        new FileDrop(
            words.text("roster.import.choose"),
            words.text("roster.import.drop"),
            MOST_BYTES,
            bytes -> {
              try {
                Roster.Preview looked = look.apply(bytes);
                onScreen(() -> show(looked));
              } catch (NotDone e) {
                String why = reason.apply(e);
                onScreen(() -> refuse(why));
              }
            },
            ".xlsx",
            ".csv");
    done().setEnabled(false);
    fields(Panel.text(words.text("roster.import.text")), upload, verdict, strike, list);
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

  private void show(Roster.Preview looked) {
    list.removeAll();
    strike.setVisible(false);
    preview = looked;
    if (!looked.problems().isEmpty()) {
      refuse(words.text("roster.import.bad", words.count(looked.problems().size())));
      looked.problems().stream()
          .limit(LISTED)
          .forEach(p -> list.add(item("bad", words.text("roster.line", p.line()), p.message())));
      return;
    }
    int removed = count(looked, "removed");
    int news = count(looked, "added") + count(looked, "changed");
    verdict.good(
        words.text(
            "roster.import.good",
            words.count(count(looked, "added")),
            words.count(count(looked, "changed")),
            words.count(count(looked, "unchanged")),
            words.count(looked.newHamlets().size())));
    strike.setVisible(removed > 0);
    strike.setValue(false);
    strike.setLabel(words.text("roster.import.strike", words.count(removed)));
    strike.addValueChangeListener(e -> done().setEnabled(news > 0 || e.getValue()));
    done().setEnabled(news > 0);
    looked
        .newHamlets()
        .forEach(h -> list.add(item("added", words.text("roster.import.hamlet"), h.name())));
    looked.rows().stream()
        .filter(row -> !row.kind().equals("unchanged"))
        .limit(LISTED)
        .forEach(
            row -> list.add(item(row.kind(), words.text("roster.kind." + row.kind()), text(row))));
  }

  private static int count(Roster.Preview preview, String kind) {
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

  /** What is different, so that nobody has to compare by eye. */
  private String text(Roster.Row row) {
    Roster.Team now = row.after() == null ? row.before() : row.after();
    if (now == null) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    Roster.Team before = row.before();
    if (row.kind().equals("changed") && before != null) {
      parts.add(before.name());
      differ(parts, "name", before.name(), now.name());
      differ(parts, "members", words.count(before.members()), words.count(now.members()));
      differ(parts, "hamlets", hamlets(before), hamlets(now));
      differ(parts, "hall", before.hall(), now.hall());
      differ(parts, "hours", before.hours(), now.hours());
      differ(parts, "phone", before.phone(), now.phone());
    } else {
      parts.add(now.code());
      parts.add(now.name());
      parts.add(words.text("roster.people", words.count(now.members())));
      parts.add(hamlets(now));
    }
    return String.join(" · ", parts);
  }

  private String hamlets(Roster.Team team) {
    return String.join(
        ", ",
        team.hamlets().stream()
            .map(code ->
                preview == null
                    ? code
                    : preview.newHamlets().stream()
                        .filter(h -> h.code().equals(code))
                        .map(Roster.Hamlet::name)
                        .findFirst()
                        .orElseGet(() -> roster.hamletName(code)))
            .toList());
  }

  private void differ(
      List<String> parts, String what, @Nullable String before, @Nullable String now) {
    if (!Objects.equals(before, now)) {
      parts.add(
          words.text(
              "roster.differs",
              words.text("roster." + what),
              Objects.requireNonNullElse(before, "–"),
              Objects.requireNonNullElse(now, "–")));
    }
  }

  private boolean take() {
    Roster.Preview looked = preview;
    if (looked == null) {
      return false;
    }
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("basis", looked.basis());
    wish.put("hamlets", looked.newHamlets());
    wish.put(
        "teams",
        looked.rows().stream()
            .filter(row -> row.kind().equals("added") || row.kind().equals("changed"))
            .map(Roster.Row::after)
            .toList());
    if (strike.getValue()) {
      wish.put(
          "teamsRemoved",
          looked.rows().stream()
              .filter(row -> row.kind().equals("removed"))
              .map(Roster.Row::before)
              .filter(Objects::nonNull)
              .map(Roster.Team::code)
              .toList());
    }
    return apply.test(wish);
  }
}
