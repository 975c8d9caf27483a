package vn.gocua.engine.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.board.Pace;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.Target;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.report.Report.Section;
import vn.gocua.engine.training.TrainingReported.Unit;

/** Builds reports from the board at one moment. */
public final class ReportBuilder {
  private final Campaign campaign;
  private final Board board;
  private final Clock clock;
  private final boolean rehearsal;
  private final Supplier<List<Unit>> training;
  private final ReportSections sections;

  /**
   * @param training state of the staff's training
   * @param clock the campaign's time
   */
  public ReportBuilder(
      Campaign campaign,
      Board board,
      Supplier<List<Unit>> training,
      Clock clock,
      boolean rehearsal) {
    this.campaign = campaign;
    this.board = board;
    this.clock = clock;
    this.rehearsal = rehearsal;
    this.training = training;
    this.sections = new ReportSections(campaign);
  }

  private ReportFigures figures(LocalDate last) {
    return new ReportFigures(campaign.zone(), clock.instant(), board.figures(), last);
  }

  /** The report of one day of the campaign. */
  public Report ofDay(LocalDate date) {
    ReportFigures figures = figures(date);
    Tally day = figures.onDay(date);
    Map<String, Tally> teamsOfDay = figures.byTeam(key -> key.date().equals(date));
    List<String> silent =
        campaign.teams().values().stream()
            .filter(team -> ReportFigures.checkIns(teamsOfDay, team) == 0)
            .map(Team::name)
            .toList();
    int teams = campaign.teams().size();
    List<String> statements = new ArrayList<>();
    statements.add(
        ReportTexts.text(
            "day.statement",
            ReportTexts.date(date),
            ReportTexts.count(teams - silent.size()),
            ReportTexts.count(teams),
            ReportTexts.count(day.checkIns()),
            ReportTexts.count(day.residents()),
            campaign.teamWord()));
    statements.addAll(soFar(figures));
    statements.add(
        silent.isEmpty()
            ? ReportTexts.text("silent.none")
            : ReportTexts.text(
                "silent.statement",
                ReportTexts.count(silent.size()),
                silent.size() == teams ? "tất cả" : String.join(", ", silent)));
    return report(
        figures,
        ReportTexts.text(
            "day.title",
            campaign.name(),
            ReportTexts.date(date),
            String.valueOf(campaign.dayOf(date)),
            String.valueOf(campaign.days())),
        statements,
        sections.ofDay(figures, day, teamsOfDay));
  }

  /** The report of the campaign up to a day. */
  public Report ofCampaign(LocalDate last) {
    ReportFigures figures = figures(last);
    Map<String, Tally> teams = figures.byTeam(_ -> true);
    long active =
        campaign.teams().values().stream()
            .filter(team -> ReportFigures.checkIns(teams, team) > 0)
            .count();
    List<String> statements = new ArrayList<>();
    statements.add(
        ReportTexts.text(
            "campaign.statement",
            String.valueOf(Math.min(campaign.dayOf(last), campaign.days())),
            String.valueOf(campaign.days()),
            ReportTexts.count(campaign.teams().size()),
            ReportTexts.count(active),
            campaign.teamWord()));
    statements.addAll(soFar(figures));
    List<Unit> units = training.get();
    if (!units.isEmpty()) {
      statements.add(trained(units));
    }
    return report(
        figures,
        ReportTexts.text(
            "campaign.title",
            campaign.name(),
            ReportTexts.date(campaign.startDate()),
            ReportTexts.date(last)),
        statements,
        sections.ofCampaign(figures, teams, units));
  }

  private static String trained(List<Unit> units) {
    long trained = units.stream().mapToLong(Unit::trained).sum();
    long total = units.stream().mapToLong(Unit::total).sum();
    return ReportTexts.text(
        "training.statement",
        ReportTexts.count(trained),
        ReportTexts.count(total),
        ReportTexts.percent((double) trained / total),
        ReportTexts.count(units.size()));
  }

  private Report report(
      ReportFigures figures, String title, List<String> statements, List<Section> sections) {
    List<String> marks = new ArrayList<>();
    if (rehearsal) {
      marks.add(ReportTexts.text("mark.rehearsal"));
    } else if (campaign.sample()) {
      marks.add(ReportTexts.text("mark.sample"));
    }
    String source =
        ReportTexts.text(
            "source", ReportTexts.time(figures.drawnAt()), ReportTexts.count(figures.version()));
    return new Report(
        title,
        marks,
        statements,
        sections,
        source,
        figures.last(),
        figures.drawnAt(),
        figures.version());
  }

  private List<String> soFar(ReportFigures figures) {
    Tally sum = figures.soFar();
    Target target = figures.targets().whole();
    double pace =
        Pace.of(sum.checkIns(), target.checkIns(), Pace.elapsed(campaign, figures.until()));
    return List.of(
        ReportTexts.text(
            "sofar.statement",
            ReportTexts.date(campaign.startDate()),
            ReportTexts.date(figures.last()),
            ReportTexts.count(sum.checkIns()),
            ReportTexts.percent((double) sum.checkIns() / target.checkIns()),
            ReportTexts.count(target.checkIns()),
            ReportTexts.count(sum.residents()),
            ReportTexts.percent((double) sum.residents() / target.residents()),
            ReportTexts.count(target.residents())),
        Double.isNaN(pace)
            ? ReportTexts.text("pace.none")
            : ReportTexts.text("pace.statement", ReportTexts.percent(pace)));
  }
}
