package vn.gocua.engine.campaign;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.YamlFile;
import vn.gocua.base.settings.YamlMap;
import vn.gocua.protocol.body.Limits;

/** Reads {@code campaign.yaml} and {@code teams.yaml} into a checked {@link CampaignPlan}. */
public final class CampaignFile {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");
  private static final Pattern PHONE = Pattern.compile("[0-9+][0-9 .()-]{2,24}");
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  /** Characters that still fit the wall's heading beside the number of teams. */
  private static final int LONGEST_TEAM_WORD = 40;

  private final ConfigErrors errors;

  private CampaignFile(ConfigErrors errors) {
    this.errors = errors;
  }

  /**
   * Reads both files; every mistake is noted in {@code errors} with file and line. The plan is only
   * fit for use if there was none.
   */
  public static CampaignPlan read(Path folder, ConfigErrors errors) {
    return new CampaignFile(errors).read(folder);
  }

  private CampaignPlan read(Path folder) {
    YamlMap file = YamlFile.read(folder.resolve("campaign.yaml"), errors);
    YamlMap roster = YamlFile.read(folder.resolve("teams.yaml"), errors);
    List<CodedName> hamlets = named(roster, "hamlets");
    YamlMap targets = file.map("targets");
    Target target =
        new Target(
            targets.integer("checkIns", 1, 100_000_000),
            targets.integer("residents", 1, 100_000_000));
    targets.end();
    CampaignPlan plan =
        new CampaignPlan(
            code(file, "id", ID),
            file.text("name", Limits.TITLE),
            file.has("place") ? file.text("place", Limits.TITLE) : "",
            file.flag("sample", false),
            file.integer("revision", 1, 1_000_000, 1),
            startDate(file),
            file.integer("days", 1, 366),
            file.parsed("zone", "zone", ZoneId.of("Asia/Ho_Chi_Minh"), ZoneId::of),
            named(file, "activities"),
            named(file, "groups"),
            hamlets,
            teams(roster, hamlets, target),
            target,
            weekdays(file),
            file.has("teamWord") ? file.text("teamWord", LONGEST_TEAM_WORD) : null);
    file.end();
    roster.end();
    return plan;
  }

  private static Weekdays weekdays(YamlMap file) {
    Map<DayOfWeek, Double> weights = new EnumMap<>(DayOfWeek.class);
    if (file.has("weekdayWeights")) {
      YamlMap given = file.map("weekdayWeights");
      for (DayOfWeek day : DayOfWeek.values()) {
        String key = day.name().toLowerCase(Locale.ROOT);
        if (given.has(key)) {
          weights.put(day, given.parsed(key, "weight", 1.0, CampaignFile::weight));
        }
      }
      given.end();
      if (weights.size() == 7 && weights.values().stream().allMatch(weight -> weight == 0)) {
        file.error("weekdayWeights", "no-weight");
      }
    }
    return Weekdays.with(weights);
  }

  private static double weight(String text) {
    double weight = Double.parseDouble(text);
    if (!(weight >= 0 && weight <= 100)) {
      throw new IllegalArgumentException(text);
    }
    return weight;
  }

  private static @Nullable LocalDate startDate(YamlMap file) {
    return file.has("startDate") && file.text("startDate").equals("first-run")
        ? null
        : file.parsed("startDate", "date", LocalDate.EPOCH, LocalDate::parse);
  }

  private List<CodedName> named(YamlMap file, String key) {
    List<CodedName> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (YamlMap item : file.maps(key)) {
      CodedName named = new CodedName(code(item, "code"), item.text("name", Limits.TITLE));
      once(item, named.code(), seen);
      item.end();
      found.add(named);
    }
    return found;
  }

  private List<Team> teams(YamlMap roster, List<CodedName> hamlets, Target target) {
    Set<String> known = new HashSet<>(hamlets.stream().map(CodedName::code).toList());
    Set<String> seen = new HashSet<>();
    List<Team> teams = new ArrayList<>();
    for (YamlMap item : roster.maps("teams")) {
      String code = code(item, "code");
      once(item, code, seen);
      List<String> served = item.texts("hamlets");
      for (String hamlet : served) {
        if (!known.contains(hamlet)) {
          item.error("hamlets", "unknown-hamlet", hamlet);
        }
      }
      teams.add(
          new Team(
              code,
              item.text("name", Limits.TEAM_NAME),
              item.integer("members", 1, 1000),
              List.copyOf(served),
              item.integer("target", 0, 10_000_000, -1),
              info(item)));
      item.end();
    }
    return shareOut(teams, target.checkIns());
  }

  private static TeamInfo info(YamlMap item) {
    String phone = optional(item, "phone");
    if (phone != null && !PHONE.matcher(phone).matches()) {
      item.error("phone", "«" + phone + "» is not a phone number such as 024 3385 0000");
    }
    return new TeamInfo(optional(item, "hall"), optional(item, "hours"), phone);
  }

  private static @Nullable String optional(YamlMap item, String key) {
    return item.has(key) ? item.text(key) : null;
  }

  /** Divides the rest of the target among the teams without their own, by number of members. */
  private static List<Team> shareOut(List<Team> teams, int total) {
    int given = teams.stream().mapToInt(Team::target).filter(t -> t >= 0).sum();
    int members = teams.stream().filter(t -> t.target() < 0).mapToInt(Team::members).sum();
    int left = Math.max(0, total - given);
    List<Team> shared = new ArrayList<>();
    int membersSoFar = 0;
    int givenSoFar = 0;
    for (Team team : teams) {
      if (team.target() >= 0) {
        shared.add(team);
        continue;
      }
      membersSoFar += team.members();
      int upToHere = Math.toIntExact((long) left * membersSoFar / members);
      shared.add(team.withTarget(upToHere - givenSoFar));
      givenSoFar = upToHere;
    }
    return shared;
  }

  private static String code(YamlMap item, String key) {
    return code(item, key, CODE);
  }

  private static String code(YamlMap item, String key, Pattern pattern) {
    String code = item.text(key);
    if (!code.isEmpty() && !pattern.matcher(code).matches()) {
      item.error(key, "code", code);
    }
    return code;
  }

  private static void once(YamlMap item, String code, Set<String> seen) {
    if (!seen.add(code)) {
      item.error("code", "used-twice", code);
    }
  }
}
