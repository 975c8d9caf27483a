package vn.gocua.engine.metrics;

import io.vertx.ext.web.Router;
import java.util.List;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.cluster.Nodes;
import vn.gocua.engine.http.json.ApiJson;

/** The list of nodes, for leaders. */
public final class NodesRoutes {
  private final Nodes nodes;
  private final Guard guard;

  public NodesRoutes(Nodes nodes, Guard guard) {
    this.nodes = nodes;
    this.guard = guard;
  }

  private record View(List<Nodes.Node> nodes) {}

  public void mount(Router router) {
    router
        .get("/api/v1/nodes")
        .handler(
            ctx -> guard.leader(ctx, (c, _) -> ApiJson.answer(c, 200, new View(nodes.list()))));
  }
}
