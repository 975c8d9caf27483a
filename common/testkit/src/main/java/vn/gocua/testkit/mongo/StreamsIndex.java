package vn.gocua.testkit.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A non-unique ordered index by the first text key. Without it the stand-in scans everything for
 * every stream.
 */
final class StreamsIndex extends Index<Integer> {
  private final String field;
  private final NavigableMap<String, Map<Object, Integer>> positions = new TreeMap<>();

  StreamsIndex(String name, List<IndexKey> keys) {
    super(name, keys, true);
    this.field = keys.getFirst().getKey();
  }

  @Override
  public boolean isUnique() {
    return false;
  }

  @Override
  public boolean canHandle(Document query) {
    return !PrefixRange.of(field, query).isOpen();
  }

  @Override
  public Iterable<Integer> getPositions(Document query) {
    return PrefixRange.of(field, query).within(positions).values().stream()
        .flatMap(held -> held.values().stream())
        .toList();
  }

  @Override
  public void add(Document document, Integer position, MongoCollection<Integer> collection) {
    if (document.get(field) instanceof String text) {
      positions
          .computeIfAbsent(text, _ -> new LinkedHashMap<>())
          .put(document.get("_id"), position);
    }
  }

  @Override
  public @Nullable Integer remove(Document document) {
    return document.get(field) instanceof String text && positions.containsKey(text)
        ? positions.get(text).remove(document.get("_id"))
        : null;
  }

  @Override
  public @Nullable Integer getPosition(Document document) {
    return document.get(field) instanceof String text && positions.containsKey(text)
        ? positions.get(text).get(document.get("_id"))
        : null;
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Integer position, MongoCollection<Integer> collection) {
    remove(before);
    add(after, position, collection);
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Integer> collection) {
    // Values may repeat.
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Integer> collection) {
    // Values may repeat.
  }

  @Override
  public long getCount() {
    return positions.values().stream().mapToLong(Map::size).sum();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public void drop() {
    positions.clear();
  }
}
