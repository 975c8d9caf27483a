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
 * An ordered index of the stand-in's that is not unique, by the first of its keys where that is
 * text: without it the stand-in looks through all it has for every stream that is asked for.
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
    return !TextRange.of(field, query).isOpen();
  }

  @Override
  public Iterable<Integer> getPositions(Document query) {
    return TextRange.of(field, query).within(positions).values().stream()
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
    // Any number of documents may say the same.
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Integer> collection) {
    // Any number of documents may say the same.
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
