package vn.gocua.engine.monitoring;

import vn.gocua.engine.cluster.ClusterNodes;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.rights.Permission;
import vn.gocua.protocol.health.HealthEndpoints;
import vn.gocua.protocol.health.NodeList;

/** The list of nodes, for leaders. */
record NodesRoutes(ClusterNodes nodes) {
  public void mount(Api api) {
    api.on(HealthEndpoints.NODES)
        .may(Permission.WATCH_ENGINE)
        .instant(_ -> new NodeList(nodes.list()));
  }
}
