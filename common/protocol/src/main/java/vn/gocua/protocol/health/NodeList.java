package vn.gocua.protocol.health;

import java.util.List;

/** The nodes that one of them sees. */
public record NodeList(List<Row> nodes) {

  /**
   * One node.
   *
   * @param address for other nodes
   * @param here whether it is the answering one
   */
  public record Row(String id, String address, boolean here) {}

  public NodeList {
    nodes = List.copyOf(nodes);
  }
}
