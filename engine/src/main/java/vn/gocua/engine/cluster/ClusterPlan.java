package vn.gocua.engine.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.YamlFile;
import vn.gocua.base.settings.YamlMap;
import vn.gocua.engine.config.Settings;

/**
 * How an engine finds the other members.
 *
 * @param name engines of one name on one address list are one cluster
 * @param host the address that member and event bus bind; only loopback, a private network or a
 *     tunnel, since callers are not authenticated
 * @param port the member's; 0 for any free one
 * @param eventBusPort 0 for any free one
 * @param members addresses «host:port» to join; empty for a single engine
 */
public record ClusterPlan(
    String name, String host, int port, int eventBusPort, List<String> members) {
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._-]+(:[0-9]{1,5})?");

  public ClusterPlan {
    members = List.copyOf(members);
  }

  /** An engine on its own. */
  public static ClusterPlan alone() {
    return new ClusterPlan("gocua", "127.0.0.1", 0, 0, List.of());
  }

  public boolean isClustered() {
    return !members.isEmpty();
  }

  /** Requires the secrets that a single engine would make by itself. */
  public void checkSecrets(Settings settings, ConfigErrors errors) {
    if (isClustered() && settings.leaderPassword() == null) {
      errors.add("GOCUA_LEADER_PASSWORD", "needed-in-cluster");
    }
    if (isClustered() && settings.kioskToken() == null) {
      errors.add("GOCUA_KIOSK_TOKEN", "needed-in-cluster");
    }
  }

  /**
   * Reads {@code hazelcast.yaml} if there is one. {@code GOCUA_CLUSTER_HOST}, {@code
   * GOCUA_CLUSTER_PORT}, {@code GOCUA_EVENTBUS_PORT} and {@code GOCUA_CLUSTER_MEMBERS} win over it,
   * so that engines can share the file, or do without. Without members an engine is on its own.
   */
  public static ClusterPlan read(
      Path folder, Map<String, String> environment, ConfigErrors errors) {
    YamlMap yaml = YamlFile.readIfThere(folder.resolve("hazelcast.yaml"), errors);
    String name = yaml.has("clusterName") ? yaml.text("clusterName") : "gocua";
    String host = yaml.has("host") ? yaml.text("host") : "127.0.0.1";
    int port = yaml.integer("port", 0, 65_535, 5701);
    int busPort = yaml.integer("eventBusPort", 0, 65_535, 0);
    List<String> members = members(yaml, environment, errors);
    yaml.end();
    if (members.isEmpty()) {
      return alone();
    }
    String given = environment.getOrDefault("GOCUA_CLUSTER_HOST", "");
    return new ClusterPlan(
        name,
        BindAddress.of(given.isBlank() ? host : given.strip(), errors),
        port(environment, "GOCUA_CLUSTER_PORT", port, errors),
        port(environment, "GOCUA_EVENTBUS_PORT", busPort, errors),
        members);
  }

  private static List<String> members(
      YamlMap yaml, Map<String, String> environment, ConfigErrors errors) {
    String given = environment.get("GOCUA_CLUSTER_MEMBERS");
    List<String> members =
        given != null && !given.isBlank()
            ? List.of(given.strip().split("[,\\s]+"))
            : yaml.has("members") && !yaml.isEmptyList("members")
                ? yaml.texts("members")
                : List.of();
    yaml.known(java.util.Set.of("members"));
    List<String> fit = new ArrayList<>();
    for (String member : members) {
      if (ADDRESS.matcher(member).matches()) {
        fit.add(member);
      } else {
        errors.add("hazelcast.yaml, members", "member-address", member);
      }
    }
    return fit;
  }

  private static int port(
      Map<String, String> environment, String variable, int otherwise, ConfigErrors errors) {
    String text = environment.get(variable);
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      int port = Integer.parseInt(text.strip());
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException _) {
      // Reported below.
    }
    errors.add(variable, "port", text, 0);
    return otherwise;
  }
}
