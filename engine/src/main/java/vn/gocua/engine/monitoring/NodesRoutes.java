package vn.gocua.engine.monitoring;

import java.util.List;
import vn.gocua.engine.cluster.ClusterNodes;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.rights.Permission;
import vn.gocua.protocol.HealthEndpoints;

/** The list of nodes, for leaders. */
public record NodesRoutes(ClusterNodes nodes) {
  private record View(List<ClusterNodes.Node> nodes) {}

  public void mount(Api api) {
    api.on(HealthEndpoints.NODES).may(Permission.WATCH_ENGINE).instant(_ -> new View(nodes.list()));
  }
}
