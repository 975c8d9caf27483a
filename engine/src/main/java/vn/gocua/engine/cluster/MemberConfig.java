package vn.gocua.engine.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MultiMapConfig;
import com.hazelcast.config.NetworkConfig;
import java.util.UUID;

/** Configures the engine's Hazelcast member, without the live view's maps. */
public final class MemberConfig {
  /** Attribute in which vertx-hazelcast looks for the node's id when the member is not its own. */
  private static final String VERTX_NODE = "__vertx.nodeId";

  /**
   * The address to bind. A list of interfaces would also drop members whose names resolve to other
   * addresses.
   */
  private static final String LOCAL_ADDRESS = "hazelcast.local.localAddress";

  private MemberConfig() {}

  /** The configuration of one member of a plan. */
  public static Config of(ClusterPlan plan, ClusterIdentity identity) {
    Config config = new Config();
    config.setInstanceName("gocua-" + UUID.randomUUID());
    config.setClusterName(plan.name());
    quiet(config);
    failureDetection(config);
    config.setProperty(LOCAL_ADDRESS, plan.host());
    network(config.getNetworkConfig(), plan);
    config.getMemberAttributeConfig().setAttribute(VERTX_NODE, UUID.randomUUID().toString());
    identity.attributes().forEach(config.getMemberAttributeConfig()::setAttribute);
    config.addMultiMapConfig(
        new MultiMapConfig("__vertx.subs").setBackupCount(1).setValueCollectionType("SET"));
    config.addMapConfig(new MapConfig("__vertx.haInfo").setBackupCount(1));
    config.addMapConfig(new MapConfig("__vertx.nodeInfo").setBackupCount(1));
    return config;
  }

  private static void quiet(Config config) {
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.setProperty("hazelcast.jmx", "false");
  }

  /**
   * A member that hangs is let go after ten seconds; halves that were cut apart find together soon.
   */
  private static void failureDetection(Config config) {
    config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
    config.setProperty("hazelcast.max.no.heartbeat.seconds", "10");
    config.setProperty("hazelcast.operation.call.timeout.millis", "10000");
    config.setProperty("hazelcast.merge.first.run.delay.seconds", "5");
    config.setProperty("hazelcast.merge.next.run.delay.seconds", "5");
    config.setProperty("hazelcast.graceful.shutdown.max.wait", "20");
  }

  private static void network(NetworkConfig network, ClusterPlan plan) {
    int port = plan.port() == 0 ? NetworkConfig.DEFAULT_PORT : plan.port();
    network.setPort(port).setPortAutoIncrement(plan.port() == 0).setPortCount(1000);
    network.setPublicAddress(plan.host());
    JoinConfig join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(plan.isClustered());
    plan.members().forEach(join.getTcpIpConfig()::addMember);
  }
}
