package vn.gocua.kiosk.desk.data;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.gocua.kiosk.feed.FeedState.Snapshot;
import vn.gocua.kiosk.screen.PaceLevel;
import vn.gocua.protocol.access.DeviceList;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.board.BoardMessage.Standing;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.help.HelpRequestList;
import vn.gocua.protocol.reading.ContactReadings;

/**
 * State of the campaign at one moment, computed once for all watching leaders.
 *
 * @param now the campaign's time
 * @param running whether it is one of the campaign's days
 * @param teams in the order of the roster
 * @param alerts the most urgent first
 */
public record Overview(
    CampaignInfo campaign,
    BoardMessage board,
    DeskData data,
    Instant now,
    boolean running,
    TargetProgress checkIns,
    TargetProgress residents,
    Optional<Forecast> forecast,
    List<TeamRow> teams,
    List<Alert> alerts) {

  /** Teams go out from this hour on; before it, no team counts as silent. */
  private static final LocalTime MORNING = LocalTime.of(7, 0);

  /** An unclaimed request becomes an alert after this long, and urgent after a day. */
  static final Duration SOON = Duration.ofHours(2);

  static final Duration A_DAY = Duration.ofHours(24);

  /** Whether no visit of now counts: the campaign is closed, or its last day is past. */
  public boolean isOver() {
    return campaign.closing() != null || board.day() > campaign.days();
  }

  static Overview of(Snapshot snapshot, DeskData data, Instant now) {
    CampaignInfo campaign = snapshot.campaign();
    BoardMessage board = snapshot.board();
    boolean running = board.day() >= 1 && board.day() <= campaign.days();
    List<TeamRow> teams = teams(campaign, board, data, now, running);
    return new Overview(
        campaign,
        board,
        data,
        now,
        running,
        new TargetProgress(
            board.totals().checkIns(),
            board.today().checkIns(),
            campaign.targets().checkIns(),
            board.elapsed()),
        new TargetProgress(
            board.totals().residents(),
            board.today().residents(),
            campaign.targets().residents(),
            board.elapsed()),
        running
            ? Forecast.of(
                board.days().stream().map(BoardMessage.Day::checkIns).toList(), campaign.days())
            : Optional.empty(),
        teams,
        alerts(teams, data, now));
  }

  private static List<TeamRow> teams(
      CampaignInfo campaign, BoardMessage board, DeskData data, Instant now, boolean running) {
    Map<String, Standing> standings = new HashMap<>();
    board.teams().forEach(s -> standings.put(s.team(), s));
    Map<String, Integer> open = new HashMap<>();
    data.requests().stream()
        .filter(HelpRequestList.Row::open)
        .forEach(r -> open.merge(r.team(), 1, Integer::sum));
    Map<String, Integer> waiting = waiting(data);
    Instant begin = campaign.startDate().atTime(MORNING).atZone(campaign.zone()).toInstant();
    List<TeamRow> rows = new ArrayList<>();
    for (CampaignInfo.Team team : campaign.teams()) {
      Standing s = standings.get(team.code());
      Instant lastAt = s == null || s.lastAt() == null ? null : s.lastAt().toInstant();
      String hamlets =
          team.hamletCodes().stream().map(campaign::hamletName).collect(Collectors.joining(", "));
      rows.add(
          new TeamRow(
              team.code(),
              team.name(),
              hamlets,
              s == null ? 0 : s.checkIns(),
              s == null ? 0 : s.residents(),
              s == null ? 0 : s.today(),
              s == null ? 0 : s.target(),
              s == null ? null : s.pace(),
              PaceLevel.of(s),
              s == null ? 0 : s.rank(),
              lastAt,
              running ? Inactivity.of(lastAt, begin, now) : Inactivity.NONE,
              open.getOrDefault(team.code(), 0),
              waiting.getOrDefault(team.code(), 0)));
    }
    return List.copyOf(rows);
  }

  private static Map<String, Integer> waiting(DeskData data) {
    Map<String, Integer> waiting = new HashMap<>();
    for (DeviceList.Row device : data.devices()) {
      if (device.waitingCount() > 0) {
        waiting.merge(device.team(), device.waitingCount(), Integer::sum);
      }
    }
    return waiting;
  }

  private static List<Alert> alerts(List<TeamRow> teams, DeskData data, Instant now) {
    List<Alert> alerts = new ArrayList<>();
    for (HelpRequestList.Row request : data.requests()) {
      Duration age = Duration.between(request.requestedAt().toInstant(), now);
      if (request.open() && age.compareTo(SOON) >= 0) {
        boolean urgent = age.compareTo(A_DAY) >= 0;
        alerts.add(
            new Alert(
                Alert.Kind.UNCLAIMED,
                "unclaimed/" + request.code() + "/" + urgent,
                request.code(),
                request.team(),
                urgent,
                age,
                0));
      }
    }
    for (TeamRow team : teams) {
      if (team.silence() != Inactivity.NONE) {
        alerts.add(
            new Alert(
                Alert.Kind.SILENT,
                "silent/" + team.code() + "/" + team.silence().code() + "/" + team.lastAt(),
                team.code(),
                team.code(),
                team.silence() == Inactivity.TWO_DAYS,
                team.lastAt() == null ? null : Duration.between(team.lastAt(), now),
                0));
      }
      if (team.waiting() > 0) {
        alerts.add(
            new Alert(
                Alert.Kind.WAITING,
                "waiting/" + team.code(),
                team.code(),
                team.code(),
                false,
                null,
                team.waiting()));
      }
    }
    data.devices().stream().filter(DeviceList.Row::overQuota).forEach(d -> alerts.add(quota(d)));
    data.readings().readers().forEach(reader -> alerts.add(reading(reader, now)));
    alerts.sort(
        Comparator.comparing(Alert::urgent)
            .reversed()
            .thenComparing(Alert::kind)
            .thenComparing(
                a -> a.since() == null ? Duration.ofDays(9999) : a.since(),
                Comparator.reverseOrder()));
    return List.copyOf(alerts);
  }

  /** One alert for each phone and day of real time. */
  private static Alert quota(DeviceList.Row phone) {
    LocalDate day =
        LocalDate.ofInstant(Objects.requireNonNull(phone.overQuotaAt()), ZoneOffset.UTC);
    return new Alert(
        Alert.Kind.QUOTA,
        "quota/" + phone.device() + "/" + day,
        phone.device(),
        phone.team(),
        true,
        Duration.ZERO,
        0);
  }

  /** One alert for each reader and day; another once the limit is reached. */
  private static Alert reading(ContactReadings.Reader reader, Instant now) {
    Instant since = reader.since().toInstant();
    String team = reader.team();
    return new Alert(
        Alert.Kind.READING,
        "reading/"
            + reader.by()
            + "/"
            + LocalDate.ofInstant(since, ZoneOffset.UTC)
            + "/"
            + reader.full(),
        reader.by(),
        team == null ? "" : team,
        reader.full(),
        Duration.between(since, now),
        reader.lastDay());
  }

  public Optional<TeamRow> team(String code) {
    return teams.stream().filter(t -> t.code().equals(code)).findFirst();
  }
}
