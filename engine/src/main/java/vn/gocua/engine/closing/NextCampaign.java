package vn.gocua.engine.closing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.InvalidConfig;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.CampaignFile;
import vn.gocua.engine.campaign.CampaignPlan;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.Edition;
import vn.gocua.engine.campaign.Team;

/**
 * The files of the next campaign: as this one is now, teams as they were last entered included,
 * with another id, name, start and length. They have passed the same check as at a start.
 */
final class NextCampaign {
  static final String CAMPAIGN = "campaign.yaml";
  static final String TEAMS = "teams.yaml";

  private NextCampaign() {}

  /** Description of the next campaign. */
  record Order(
      String id, String name, LocalDate startDate, int days, int checkIns, int residents) {}

  /**
   * Writes both files, and a note on their use, into a ZIP.
   *
   * @throws InvalidConfig if an engine would not start with them
   */
  static void write(Campaign campaign, Order order, OutputStream out) throws IOException {
    Edition edition = campaign.edition();
    String first = campaignYaml(campaign, edition, order);
    String teams = teamsYaml(edition);
    check(first, teams);
    try (Archive archive = new Archive(out)) {
      archive.add("DOC-TRUOC.txt", file -> file.write(utf8(readMe(campaign, order))));
      archive.add(CAMPAIGN, file -> file.write(utf8(first)));
      archive.add(TEAMS, file -> file.write(utf8(teams)));
    }
  }

  private static void check(String campaignYaml, String teamsYaml) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("gocua-next");
      Files.writeString(folder.resolve(CAMPAIGN), campaignYaml);
      Files.writeString(folder.resolve(TEAMS), teamsYaml);
      ConfigErrors errors = new ConfigErrors();
      CampaignPlan plan = CampaignFile.read(folder, errors);
      errors.throwIfAny();
      if (plan.teams().isEmpty()) {
        throw new IllegalStateException("no teams");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      remove(folder);
    }
  }

  private static void remove(@org.jspecify.annotations.Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try {
      Files.deleteIfExists(folder.resolve(CAMPAIGN));
      Files.deleteIfExists(folder.resolve(TEAMS));
      Files.deleteIfExists(folder);
    } catch (IOException _) {
      // Among the system's temporary files it is removed by and by.
    }
  }

  private static String campaignYaml(Campaign campaign, Edition edition, Order order) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("id: ").append(quoted(order.id())).append('\n');
    yaml.append("name: ").append(quoted(order.name())).append('\n');
    if (!edition.place().isEmpty()) {
      yaml.append("place: ").append(quoted(edition.place())).append('\n');
    }
    if (edition.teamWord() != null) {
      yaml.append("teamWord: ").append(quoted(edition.teamWord())).append('\n');
    }
    yaml.append("sample: ").append(edition.sample()).append('\n');
    yaml.append("revision: 1\n");
    yaml.append("startDate: ").append(order.startDate()).append('\n');
    yaml.append("days: ").append(order.days()).append('\n');
    yaml.append("zone: ").append(campaign.zone().getId()).append("\n\n");
    yaml.append("activities:\n").append(named(edition.activities()));
    yaml.append("\ngroups:\n").append(named(edition.groups()));
    yaml.append("\ntargets:\n  checkIns: ").append(order.checkIns());
    yaml.append("\n  residents: ").append(order.residents()).append('\n');
    Map<java.time.DayOfWeek, Double> weights = edition.weekdays().weights();
    if (!weights.isEmpty()) {
      yaml.append("\nweekdayWeights: { ");
      yaml.append(
          weights.entrySet().stream()
              .map(w -> w.getKey().name().toLowerCase(java.util.Locale.ROOT) + ": " + w.getValue())
              .collect(Collectors.joining(", ")));
      yaml.append(" }\n");
    }
    return yaml.toString();
  }

  private static String named(List<CodedName> all) {
    return all.stream()
        .map(n -> "  - { code: %s, name: %s }\n".formatted(quoted(n.code()), quoted(n.name())))
        .collect(Collectors.joining());
  }

  private static String teamsYaml(Edition edition) {
    return "hamlets:\n"
        + named(edition.hamlets())
        + "\nteams:\n"
        + edition.teams().stream().map(NextCampaign::team).collect(Collectors.joining());
  }

  private static String team(Team team) {
    Stream.Builder<String> parts = Stream.builder();
    parts.add("code: " + quoted(team.code()));
    parts.add("name: " + quoted(team.name()));
    parts.add("members: " + team.members());
    parts.add(
        "hamlets: ["
            + team.hamlets().stream().map(NextCampaign::quoted).collect(Collectors.joining(", "))
            + "]");
    optional(parts, "hall", team.info().hall());
    optional(parts, "hours", team.info().hours());
    optional(parts, "phone", team.info().phone());
    return "  - { " + parts.build().collect(Collectors.joining(", ")) + " }\n";
  }

  private static void optional(
      Stream.Builder<String> parts, String key, @org.jspecify.annotations.Nullable String text) {
    if (text != null) {
      parts.add(key + ": " + quoted(text));
    }
  }

  /** Quotes a text for YAML; JSON's quotation is valid there. */
  private static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }

  private static String readMe(Campaign campaign, Order order) {
    return """
    Chiến dịch tiếp theo: %s (từ %s, %d ngày)

    1. Lưu trữ chiến dịch «%s» và cất bản lưu ở nơi khác.
    2. Dừng: Ctrl-C, hoặc dừng dịch vụ.
    3. Giữ nguyên thư mục dữ liệu cũ; đặt GOCUA_DATA là một thư mục mới.
    4. Chép campaign.yaml và teams.yaml trong tệp này đè lên hai tệp cùng tên trong thư mục config.
    5. Có phiếu hẹn để lại thì chuyển sang: ./gocua carry-over --from THƯ_MỤC_CŨ
    6. Xem lại chỉ tiêu và danh sách tổ, rồi chạy: ./gocua run
    7. Ghi danh lại điện thoại của các tổ bằng tờ mã mới.

    Sổ của chiến dịch cũ không bị sửa; muốn xem lại, chạy với thư mục dữ liệu và cấu hình cũ.
    """
        .formatted(order.name(), order.startDate(), order.days(), campaign.name());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
