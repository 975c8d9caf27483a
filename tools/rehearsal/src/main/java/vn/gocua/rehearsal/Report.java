package vn.gocua.rehearsal;

import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.gocua.base.text.Texts;
import vn.gocua.protocol.board.RecountInfo;
import vn.gocua.rehearsal.client.CampaignView;
import vn.gocua.rehearsal.counts.Comparison;
import vn.gocua.rehearsal.counts.Comparison.Kind;
import vn.gocua.rehearsal.counts.Comparison.Line;
import vn.gocua.rehearsal.counts.ExpectedCounts;
import vn.gocua.rehearsal.plan.CampaignFacts;

/** Prints a rehearsal's progress and result. */
public final class Report implements Rehearsal.Listener {
  private static final int DIFFERENCES_SHOWN = 12;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  private final Texts texts;
  private final PrintWriter out;
  private long checkIns;
  private long residents;

  public Report(Texts texts, PrintWriter out) {
    this.texts = texts;
    this.out = out;
  }

  @Override
  public void enrolled(CampaignView campaign, int phones) {
    CampaignFacts facts = campaign.facts();
    say("enrolled", campaign.name(), facts.teams().size(), phones, facts.days());
  }

  @Override
  public void dayOver(CampaignFacts facts, int day, ExpectedCounts.Progress progress, int waiting) {
    say(
        "day",
        day,
        facts.days(),
        DATE.format(facts.date(day)),
        progress.checkIns() - checkIns,
        progress.residents() - residents,
        progress.checkIns(),
        waiting);
    checkIns = progress.checkIns();
    residents = progress.residents();
  }

  @Override
  public void pagesReported(PagesReport report) {
    say(
        "pages",
        report.phones(),
        report.counted().size(),
        report.reloads(),
        report.kills(),
        report.offline(),
        report.undone(),
        report.powerCuts());
  }

  public void verdict(Rehearsal.Verdict verdict) {
    ExpectedCounts.Progress progress = verdict.counts().progress();
    out.println();
    say("how", progress.posts(), progress.lost(), progress.duplicates(), progress.conflicts());
    say("how-more", progress.late(), progress.withdrawn(), progress.rejected());
    verdict.counts().rejections().forEach((code, number) -> say("rejection", code, number));
    out.println();
    table(verdict);
    differences(verdict);
    out.println();
    say(verdict.holds() ? "holds" : "does-not-hold");
  }

  private void table(Rehearsal.Verdict verdict) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", texts.get("column-sent"), texts.get("column-shown"), ""));
    Comparison comparison = verdict.comparison();
    for (Kind kind : Kind.values()) {
      List<Line> lines = comparison.of(kind);
      long sent = lines.stream().mapToLong(Line::sent).sum();
      long shown = lines.stream().mapToLong(Line::shown).sum();
      boolean equal = lines.stream().allMatch(Line::equal);
      rows.add(row(texts.get("row-" + kind, lines.size()), sent, shown, equal));
    }
    RecountInfo recount = verdict.recount();
    rows.add(
        row(
            texts.get("row-RECOUNT"),
            recount.journal().checkIns(),
            recount.live().checkIns(),
            recount.equal()));
    Table.print(rows, out);
  }

  private List<String> row(String label, long sent, long shown, boolean equal) {
    return List.of(label, number(sent), number(shown), texts.get(equal ? "equal" : "different"));
  }

  private void differences(Rehearsal.Verdict verdict) {
    List<Line> different =
        verdict.comparison().lines().stream().filter(line -> !line.equal()).toList();
    for (Line line : different.subList(0, Math.min(different.size(), DIFFERENCES_SHOWN))) {
      String of = verdict.campaign().names().getOrDefault(line.of(), line.of());
      say("difference", texts.get("kind-" + line.kind()), of, line.sent(), line.shown());
    }
    if (different.size() > DIFFERENCES_SHOWN) {
      say("more-differences", different.size() - DIFFERENCES_SHOWN);
    }
    if (verdict.unsent() > 0) {
      say("unsent", verdict.unsent());
    }
    if (verdict.counts().progress().surprising() > 0) {
      say("surprises", verdict.counts().progress().surprising());
      verdict.counts().surprises().stream().limit(DIFFERENCES_SHOWN).forEach(out::println);
    }
  }

  private String number(long number) {
    return texts.get("number", number);
  }

  private void say(String code, Object... arguments) {
    out.println(texts.get(code, arguments));
    out.flush();
  }
}
