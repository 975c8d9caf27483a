package vn.gocua.system.chaos.system;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Networks of their own for the nodes of a cluster: one over which phones and MongoDB are reached,
 * and one among the engines, which can be cut. Needs Linux, «ip» and the right to use it.
 */
final class NodeNetworks implements AutoCloseable {
  private final String tag;
  private final String subnet;
  private final int nodes;

  private NodeNetworks(int nodes) {
    this.nodes = nodes;
    this.tag = "%04x".formatted(ThreadLocalRandom.current().nextInt(0x10000));
    this.subnet = "10.%d".formatted(ThreadLocalRandom.current().nextInt(200, 250));
  }

  /** Lays them; empty where that is not allowed. */
  static Optional<NodeNetworks> lay(int nodes) {
    NodeNetworks networks = new NodeNetworks(nodes);
    try {
      networks.layAll();
      return Optional.of(networks);
    } catch (IOException _) {
      networks.close();
      return Optional.empty();
    }
  }

  private void layAll() throws IOException {
    for (String bridge : List.of(outside(), inside())) {
      Commands.run("ip", "link", "add", bridge, "type", "bridge");
      Commands.run("ip", "link", "set", bridge, "up");
    }
    Commands.run("ip", "addr", "add", hub() + "/24", "dev", outside());
    for (int n = 1; n <= nodes; n++) {
      Commands.run("ip", "netns", "add", space(n));
      Commands.run("ip", "-n", space(n), "link", "set", "lo", "up");
      connect(outside(), "o", n, outsideAddress(n));
      connect(inside(), "i", n, insideAddress(n));
    }
  }

  private void connect(String bridge, String kind, int n, String address) throws IOException {
    String end = end(kind, n);
    Commands.run(
        "ip", "link", "add", end, "type", "veth", "peer", "name", kind + "0", "netns", space(n));
    Commands.run("ip", "link", "set", end, "master", bridge, "up");
    Commands.run("ip", "-n", space(n), "addr", "add", address + "/24", "dev", kind + "0");
    Commands.run("ip", "-n", space(n), "link", "set", kind + "0", "up");
  }

  private String outside() {
    return "gco" + tag;
  }

  private String inside() {
    return "gci" + tag;
  }

  private String space(int n) {
    return "gc" + tag + "n" + n;
  }

  private String end(String kind, int n) {
    return "gc" + kind + tag + "n" + n;
  }

  /** Where this machine is reached from a node. */
  String hub() {
    return subnet + ".0.1";
  }

  String outsideAddress(int n) {
    return "%s.0.%d".formatted(subnet, 10 + n);
  }

  String insideAddress(int n) {
    return "%s.1.%d".formatted(subnet, 10 + n);
  }

  /** What a command begins with to run where node n lives. */
  List<String> at(int n) {
    return List.of("ip", "netns", "exec", space(n));
  }

  /** Cuts a node off from the others; phones, viewers and MongoDB still reach it. */
  void cut(int n) throws IOException {
    Commands.run("ip", "link", "set", end("i", n), "nomaster");
  }

  void reconnect(int n) throws IOException {
    Commands.run("ip", "link", "set", end("i", n), "master", inside());
  }

  @Override
  public void close() {
    for (int n = 1; n <= nodes; n++) {
      quietly("ip", "link", "del", end("o", n));
      quietly("ip", "link", "del", end("i", n));
      quietly("ip", "netns", "del", space(n));
    }
    quietly("ip", "link", "del", outside());
    quietly("ip", "link", "del", inside());
  }

  private static void quietly(String... command) {
    try {
      Commands.run(command);
    } catch (IOException _) {
      // It was not there.
    }
  }
}
