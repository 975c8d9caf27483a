package vn.gocua.engine.http.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import vn.gocua.protocol.body.Item;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * Reads JSON into a record by its components, straight from the parser. Faults are reported after
 * the whole body was read, so that broken JSON is not reported as a wrong field. Unknown fields
 * come first, then missing ones with a reason of their own, then the components in order.
 *
 * <p>A nullable component may be absent. {@code Max}, {@code Range} and {@code Required} of the
 * protocol bound it. Made once for a type.
 *
 * @param <T> the record
 */
public final class RecordReader<T> {
  private static final ClassValue<RecordReader<?>> READERS =
      new ClassValue<>() {
        @Override
        protected RecordReader<?> computeValue(Class<?> type) {
          return new RecordReader<>(type, false);
        }
      };

  private static final ClassValue<RecordReader<?>> ITEM_READERS =
      new ClassValue<>() {
        @Override
        protected RecordReader<?> computeValue(Class<?> type) {
          return new RecordReader<>(type, true);
        }
      };

  private final Constructor<T> constructor;
  private final List<RecordField> fields;
  private final Map<String, Integer> places = new LinkedHashMap<>();

  private RecordReader(Class<T> type, boolean item) {
    RecordComponent[] components =
        Objects.requireNonNull(type.getRecordComponents(), type + " is no record");
    try {
      constructor =
          type.getDeclaredConstructor(
              Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(e);
    }
    constructor.setAccessible(true);
    fields = Stream.of(components).map(each -> RecordField.of(each, item)).toList();
    fields.forEach(field -> places.put(field.name(), places.size()));
  }

  /**
   * The reader of a record.
   *
   * @throws IllegalArgumentException for a type that is none, or has components that no field can
   *     be read for
   */
  @SuppressWarnings("unchecked")
  public static <T> RecordReader<T> of(Class<T> type) {
    return (RecordReader<T>) READERS.get(type);
  }

  /** The reader of a record that comes as an {@link Item}; throws as {@link #of} does. */
  @SuppressWarnings("unchecked")
  static <T> RecordReader<T> ofItems(Class<T> type) {
    return (RecordReader<T>) ITEM_READERS.get(type);
  }

  /** Reads one item out of a tree. */
  public static <T> Item<T> item(Class<T> type, JsonNode tree) {
    return StrictParser.read(tree, in -> ofItems(type).item(in, in.next()));
  }

  /**
   * Reads an object.
   *
   * @throws Refusal if it is none, or not one of these
   */
  public T read(byte[] json, JsonBounds bounds) {
    return cast(StrictParser.read(json, bounds, this::whole));
  }

  /** The same, out of a tree. */
  public T read(JsonNode tree) {
    return cast(StrictParser.read(tree, this::whole));
  }

  private Object whole(StrictParser in) {
    JsonToken token = in.next();
    if (token == JsonToken.START_OBJECT) {
      return object(in, "");
    }
    in.skip(token);
    return Refusal.of(RequestReason.WRONG_TYPE, "{…}");
  }

  /**
   * Reads one of many items, readable or not.
   *
   * @param token its first token
   */
  @SuppressWarnings("unchecked")
  Item<T> item(StrictParser in, JsonToken token) {
    if (token != JsonToken.START_OBJECT) {
      in.skip(token);
      return new Item.Unreadable<>(null, Refusal.of(RequestReason.NOT_AN_OBJECT));
    }
    @Nullable Object[] values = new Object[fields.size()];
    Refusal unknown = take(in, "", values);
    String name = values[0] instanceof String text ? text : null;
    Object read = unknown == null ? settled(values, "") : unknown;
    return read instanceof Refusal why
        ? new Item.Unreadable<>(name, why)
        : new Item.Read<>((T) read);
  }

  @SuppressWarnings("unchecked")
  private T cast(Object read) {
    if (read instanceof Refusal refusal) {
      throw refusal;
    }
    return (T) read;
  }

  /**
   * Reads an object: the record, or the refusal of the first fault.
   *
   * @param in at the beginning of the object
   * @param path before the names of its fields
   */
  Object object(StrictParser in, String path) {
    @Nullable Object[] values = new Object[fields.size()];
    Refusal unknown = take(in, path, values);
    return unknown == null ? settled(values, path) : unknown;
  }

  /** Reads the values of an object. Returns the refusal of an unknown field. */
  private @Nullable Refusal take(StrictParser in, String path, @Nullable Object[] values) {
    in.nest();
    Set<String> seen = new HashSet<>();
    String unknown = null;
    for (String name = in.name(seen); name != null; name = in.name(seen)) {
      Integer place = places.get(name);
      if (place != null) {
        values[place] = fields.get(place).read(in, in.next(), path);
      } else {
        in.skip(in.next());
        unknown = unknown == null ? name : unknown;
      }
    }
    return unknown == null
        ? null
        : Refusal.of(RequestReason.UNKNOWN_FIELD, path + unknown, new TreeSet<>(places.keySet()));
  }

  private Object settled(@Nullable Object[] values, String path) {
    for (int i = 0; i < values.length; i++) {
      Refusal first = values[i] == null ? fields.get(i).toldFirst() : null;
      if (first != null) {
        return first;
      }
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = fields.get(i).settled(values[i], path);
      if (values[i] instanceof Refusal refusal) {
        return refusal;
      }
    }
    return made(values);
  }

  private T made(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(Arrays.toString(constructor.getParameterTypes()), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
