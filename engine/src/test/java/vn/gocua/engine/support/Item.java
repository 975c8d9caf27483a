package vn.gocua.engine.support;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One check-in as a phone would send it; every change gives another item with the same id. */
public record Item(ObjectNode json) {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  /** Two people helped with public services, one group, a fresh id. */
  public static Item at(String occurredAt) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("id", newId());
    json.put("occurredAt", occurredAt);
    json.put("activity", "public-services");
    json.put("residents", 2);
    json.putArray("groups").add("elderly");
    return new Item(json);
  }

  /** A UUIDv7, as phones make them. */
  public static String newId() {
    return UuidCreator.getTimeOrderedEpoch().toString();
  }

  public String id() {
    return json.path("id").asString();
  }

  public Item with(String field, @Nullable Object value) {
    ObjectNode copy = json.deepCopy();
    copy.set(field, MAPPER.valueToTree(value));
    return new Item(copy);
  }

  public Item without(String field) {
    ObjectNode copy = json.deepCopy();
    copy.remove(field);
    return new Item(copy);
  }

  /** The same under a new id. */
  public Item renamed() {
    return with("id", newId());
  }
}
