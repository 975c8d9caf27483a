package vn.gocua.engine.export;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.checkin.event.CheckIn;

/** Check-ins as a table: one row each, codes for programs beside names for people. */
final class CheckInTable {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "date",
          "time",
          "received",
          "team",
          "team-name",
          "activity",
          "activity-name",
          "residents",
          "groups",
          "minutes",
          "hamlet",
          "channel",
          "help-request",
          "replaces",
          "counts",
          "voided",
          "voided-at");

  private final Campaign campaign;
  private final Texts texts;
  private final Map<String, String> activities;
  private final Map<String, String> groups;
  private final Map<String, String> hamlets;

  CheckInTable(Campaign campaign, Texts texts) {
    this.campaign = campaign;
    this.texts = texts;
    this.activities = names(campaign.activities());
    this.groups = names(campaign.groups());
    this.hamlets = new java.util.HashMap<>(names(campaign.formerHamlets()));
    this.hamlets.putAll(names(campaign.hamlets()));
  }

  private static Map<String, String> names(List<CodedName> named) {
    return named.stream().collect(Collectors.toMap(CodedName::code, CodedName::name));
  }

  List<String> headings() {
    return COLUMNS.stream().map(column -> texts.get("check-ins." + column)).toList();
  }

  List<? extends @Nullable Object> cells(CheckInRow row) {
    CheckIn checkIn = row.checkIn();
    Team team = campaign.teamOrFormer(checkIn.team());
    return Arrays.<@Nullable Object>asList(
        row.id(),
        row.at().toLocalDate(),
        row.time(),
        row.receivedAt(),
        checkIn.team(),
        team == null ? null : team.name(),
        checkIn.activity(),
        activities.getOrDefault(checkIn.activity(), checkIn.activity()),
        checkIn.residents(),
        row.groups().stream()
            .map(group -> groups.getOrDefault(group, group))
            .collect(Collectors.joining("; ")),
        checkIn.minutes(),
        checkIn.hamlet() == null ? null : hamlets.getOrDefault(checkIn.hamlet(), checkIn.hamlet()),
        texts.ofCode("channel", row.channel() == null ? "phone" : row.channel()),
        checkIn.helpRequest(),
        checkIn.replaces(),
        row.counts() ? 1 : 0,
        row.voided() == null ? null : texts.ofCode("void", row.voided()),
        row.voidedAt());
  }
}
