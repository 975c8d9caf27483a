package vn.gocua.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.InvalidConfig;

class ClusterPlanTest {
  private static final Path SAMPLE = Path.of("../docs/deploy/hazelcast.yaml");

  @TempDir private Path folder;

  private ClusterPlan read(Map<String, String> environment) {
    ConfigErrors errors = new ConfigErrors();
    ClusterPlan plan = ClusterPlan.read(folder, environment, errors);
    errors.throwIfAny();
    return plan;
  }

  private void file(String yaml) throws IOException {
    Files.writeString(folder.resolve("hazelcast.yaml"), yaml);
  }

  private void assertRefused(Map<String, String> environment, String... words) {
    assertThatThrownBy(() -> read(environment))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void shouldBeOnItsOwnWithoutAFileOrWithoutMembers() throws IOException {
    assertThat(read(Map.of())).isEqualTo(ClusterPlan.alone());
    file("members: []\n");
    assertThat(read(Map.of())).isEqualTo(ClusterPlan.alone());
    file("clusterName: gocua\nhost: 127.0.0.1\nport: 5701\neventBusPort: 5801\nmembers: []\n");
    assertThat(read(Map.of("GOCUA_CLUSTER_HOST", "10.255.255.1"))).isEqualTo(ClusterPlan.alone());
  }

  @Test
  void shouldReadEveryKey() throws IOException {
    file(
        """
        clusterName: trial
        host: 127.0.0.1
        port: 5711
        eventBusPort: 5811
        members: [127.0.0.1:5711, engine-2.cluster]
        """);
    assertThat(read(Map.of()))
        .isEqualTo(
            new ClusterPlan(
                "trial", "127.0.0.1", 5711, 5811, List.of("127.0.0.1:5711", "engine-2.cluster")));
  }

  @Test
  void shouldDoWithoutTheFileWhereTheEnvironmentSaysItAll() {
    assertThat(
            read(
                Map.of(
                    "GOCUA_CLUSTER_HOST", "127.0.0.1",
                    "GOCUA_CLUSTER_PORT", "5712",
                    "GOCUA_EVENTBUS_PORT", "5812",
                    "GOCUA_CLUSTER_MEMBERS", "127.0.0.1:5712, engine-2.cluster:5701")))
        .isEqualTo(
            new ClusterPlan(
                "gocua",
                "127.0.0.1",
                5712,
                5812,
                List.of("127.0.0.1:5712", "engine-2.cluster:5701")));
  }

  @Test
  void shouldTakeTheAddressThatANameStandsFor() {
    ClusterPlan plan =
        read(Map.of("GOCUA_CLUSTER_HOST", "localhost", "GOCUA_CLUSTER_MEMBERS", "localhost:5701"));
    assertThat(plan.host()).isEqualTo(InetAddress.ofLiteral("127.0.0.1").getHostAddress());
  }

  @Test
  void shouldRefuseToBeOpenToEveryNetwork() {
    assertRefused(
        Map.of("GOCUA_CLUSTER_HOST", "0.0.0.0", "GOCUA_CLUSTER_MEMBERS", "localhost:5701"),
        "every network");
    assertRefused(
        Map.of("GOCUA_CLUSTER_HOST", "::", "GOCUA_CLUSTER_MEMBERS", "localhost:5701"),
        "every network");
  }

  @Test
  void shouldRefuseAnAddressThatIsNotItsOwn() {
    assertRefused(
        Map.of("GOCUA_CLUSTER_HOST", "192.0.2.77", "GOCUA_CLUSTER_MEMBERS", "localhost:5701"),
        "not an address of this machine",
        "127.0.0.1");
    assertRefused(
        Map.of("GOCUA_CLUSTER_HOST", "nowhere.invalid", "GOCUA_CLUSTER_MEMBERS", "localhost:5701"),
        "«nowhere.invalid» is not known");
  }

  @Test
  void shouldNameEveryMistakeOfTheFileWithItsLine() throws IOException {
    file("port: 70000\nmember: [a]\nmembers: [\"a b\"]\n");
    assertRefused(Map.of(), "hazelcast.yaml:1", "hazelcast.yaml:2", "«a b» is not an address");
  }

  @Test
  void shouldReadTheSampleOfTheDocumentation() throws IOException {
    String sample = Files.readString(SAMPLE);
    file(sample);
    assertThat(read(Map.of())).isEqualTo(ClusterPlan.alone());
    file(sample.replace("members: []", "members: [127.0.0.1:5701, 127.0.0.1:5702]"));
    assertThat(read(Map.of()).isClustered()).isTrue();
  }
}
