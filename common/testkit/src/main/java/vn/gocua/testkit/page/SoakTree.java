package vn.gocua.testkit.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A browser's tree of elements without rendering: the server's changes, applied in order. */
public final class SoakTree {
  /** Vaadin's numbers of a node's features. */
  private static final int DATA = 0;

  private static final int CHILDREN = 2;
  private static final int ATTRIBUTES = 3;
  private static final int TEXT = 7;
  private static final int CLASSES = 11;

  /** The page itself. */
  static final int ROOT = 1;

  private final Map<Integer, Node> nodes = new HashMap<>();

  /** An element or a text. */
  public static final class Node {
    final int id;
    final Map<String, String> attributes = new HashMap<>();
    final Set<String> classes = new HashSet<>();
    final List<Integer> children = new ArrayList<>();
    private final List<String> classList = new ArrayList<>();
    @Nullable String text;
    @Nullable String tag;

    public Node(int id) {
      this.id = id;
    }

    public boolean is(String className) {
      return classes.contains(className);
    }

    public boolean has(String attribute, String value) {
      return value.equals(attributes.get(attribute));
    }
  }

  public void apply(JsonNode changes) {
    for (JsonNode change : changes) {
      int id = change.path("node").asInt();
      switch (change.path("type").asString()) {
        case "attach" -> nodes.put(id, new Node(id));
        case "detach" -> nodes.remove(id);
        case "put" -> put(node(id), change);
        case "remove" -> node(id).attributes.remove(change.path("key").asString());
        case "splice" -> splice(node(id), change);
        case "clear" -> clear(node(id), change.path("feat").asInt());
        default -> {
          // Invisible to a visitor.
        }
      }
    }
  }

  private Node node(int id) {
    return nodes.computeIfAbsent(id, Node::new);
  }

  private static void put(Node node, JsonNode change) {
    String key = change.path("key").asString();
    String value = change.path("value").asString("");
    switch (change.path("feat").asInt()) {
      case DATA -> {
        if (key.equals("tag")) {
          node.tag = value;
        }
      }
      case ATTRIBUTES -> node.attributes.put(key, value);
      case TEXT -> node.text = value;
      default -> {
        // Properties, listeners and the like.
      }
    }
  }

  private static void splice(Node node, JsonNode change) {
    int index = change.path("index").asInt();
    int remove = change.path("remove").asInt(0);
    switch (change.path("feat").asInt()) {
      case CHILDREN -> {
        node.children.subList(index, index + remove).clear();
        List<Integer> added = new ArrayList<>();
        change.path("addNodes").forEach(child -> added.add(child.asInt()));
        node.children.addAll(index, added);
      }
      case CLASSES -> {
        node.classList.subList(index, index + remove).clear();
        List<String> added = new ArrayList<>();
        change.path("add").forEach(name -> added.add(name.asString()));
        node.classList.addAll(index, added);
        node.classes.clear();
        node.classes.addAll(node.classList);
      }
      default -> {
        // Invisible lists.
      }
    }
  }

  private static void clear(Node node, int feature) {
    if (feature == CHILDREN) {
      node.children.clear();
    } else if (feature == CLASSES) {
      node.classList.clear();
      node.classes.clear();
    }
  }

  /** Everything shown, in the order of the page. */
  private Stream<Node> shown(int id) {
    Node node = nodes.get(id);
    return node == null
        ? Stream.empty()
        : Stream.concat(Stream.of(node), node.children.stream().flatMap(this::shown));
  }

  /** All elements, also those beside the page: Vaadin puts views into a container of its own. */
  private Stream<Node> everything() {
    Set<Integer> inner = new HashSet<>();
    nodes.values().forEach(node -> inner.addAll(node.children));
    return nodes.keySet().stream().filter(id -> !inner.contains(id)).sorted().flatMap(this::shown);
  }

  public List<Node> all(Predicate<Node> wanted) {
    return everything().filter(wanted).toList();
  }

  public Optional<Node> first(Predicate<Node> wanted) {
    return everything().filter(wanted).findFirst();
  }

  /** All words there are. */
  public String words() {
    return everything().map(n -> Objects.requireNonNullElse(n.text, "")).reduce("", String::concat);
  }

  /** All words under a node. */
  public String words(Node node) {
    return shown(node.id)
        .map(n -> Objects.requireNonNullElse(n.text, ""))
        .reduce("", String::concat);
  }

  public int size() {
    return nodes.size();
  }
}
