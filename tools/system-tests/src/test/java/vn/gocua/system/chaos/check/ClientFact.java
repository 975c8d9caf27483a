package vn.gocua.system.chaos.check;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a client did or was told, as its log has it: one line of JSON each. */
sealed interface ClientFact {
  JsonMapper JSON = JsonMapper.shared();

  /** A check-in was sent, for the first time or again. */
  record Sent(Entry entry) implements ClientFact {}

  /** Somebody asked to take a check-in back. */
  record VoidAsked(String id) implements ClientFact {}

  /** A check-in was answered, that had been sent with its own content. */
  record Answered(String id, String outcome) implements ClientFact {}

  /** Something that must not be taken was answered. */
  record OtherAnswered(String id, String outcome, String expected) implements ClientFact {}

  /** A check-in was voided. */
  record Voided(String id) implements ClientFact {}

  /** Something happened that should not. */
  record Surprised(String what) implements ClientFact {}

  /** As a line of a log. */
  default String line() {
    ObjectNode node = JSON.valueToTree(this);
    return node.put("fact", getClass().getSimpleName()).toString();
  }

  /**
   * Reads a line of a log.
   *
   * @throws IllegalArgumentException if it is none
   */
  static ClientFact of(String line) {
    ObjectNode node = (ObjectNode) JSON.readTree(line);
    JsonNode name = node.remove("fact");
    Class<? extends ClientFact> type =
        switch (name == null ? "" : name.asString()) {
          case "Sent" -> Sent.class;
          case "VoidAsked" -> VoidAsked.class;
          case "Answered" -> Answered.class;
          case "OtherAnswered" -> OtherAnswered.class;
          case "Voided" -> Voided.class;
          case "Surprised" -> Surprised.class;
          default -> throw new IllegalArgumentException("not a client's fact: " + line);
        };
    return JSON.treeToValue(node, type);
  }
}
