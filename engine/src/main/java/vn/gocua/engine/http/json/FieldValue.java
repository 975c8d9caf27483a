package vn.gocua.engine.http.json;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import vn.gocua.engine.journal.IsoInstant;
import vn.gocua.protocol.body.Beyond;
import vn.gocua.protocol.body.Item;
import vn.gocua.protocol.body.Max;
import vn.gocua.protocol.body.Range;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** Reads the value of a field, by the type of its component. */
@FunctionalInterface
interface FieldValue {
  /** Characters of a time or a UUID; longer ones are none. */
  int LONGEST_TIME = 60;

  int LONGEST_DATE = 10;

  Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  Pattern UUIDS = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /**
   * Reads the whole value.
   *
   * @param token its first token
   * @param path before the field's name
   * @return a value, null for JSON's {@code null}, or a {@link Refusal}
   */
  @Nullable Object read(StrictParser in, JsonToken token, String path, String name);

  /**
   * The reader of a type.
   *
   * @param required whether a blank text, or null for a list, counts as missing
   */
  static FieldValue of(AnnotatedType annotated, boolean required) {
    Type type = annotated.getType();
    if (type instanceof ParameterizedType generic) {
      return generic(generic, annotated, required);
    }
    if (type == String.class) {
      return text(max(annotated).value(), required, (text, _) -> text);
    }
    if (type == int.class || type == Integer.class) {
      return integer(annotated.getAnnotation(Range.class), annotated.getAnnotation(Beyond.class));
    }
    if (type == Double.class) {
      return FieldValue::decimal;
    }
    if (type == Instant.class) {
      return time(RequestReason.INVALID_TIME, LONGEST_TIME, required, FieldValue::instant);
    }
    if (type == boolean.class || type == Boolean.class) {
      return FieldValue::flag;
    }
    if (type == OffsetDateTime.class) {
      return time(RequestReason.INVALID_TIME, LONGEST_TIME, required, OffsetDateTime::parse);
    }
    if (type == LocalDate.class) {
      return time(RequestReason.INVALID_DATE, LONGEST_DATE, required, LocalDate::parse);
    }
    if (type == UUID.class) {
      return text(LONGEST_TIME, required, FieldValue::uuid);
    }
    if (type instanceof Class<?> record && record.isRecord()) {
      return new ObjectValue(RecordReader.of(record));
    }
    throw new IllegalArgumentException("no field is read as " + type);
  }

  private static FieldValue generic(
      ParameterizedType type, AnnotatedType annotated, boolean required) {
    if (type.getRawType() == List.class) {
      return list(of(argument(annotated, 0), false), max(annotated), required);
    }
    if (type.getRawType() == Item.class) {
      RecordReader<?> reader = RecordReader.ofItems((Class<?>) type.getActualTypeArguments()[0]);
      return (in, token, _, _) -> reader.item(in, token);
    }
    return map(of(argument(annotated, 1), false));
  }

  static AnnotatedType argument(AnnotatedType type, int index) {
    return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
  }

  private static Max max(AnnotatedType type) {
    Max max = type.getAnnotation(Max.class);
    if (max == null) {
      throw new IllegalArgumentException("how long may it be? " + type);
    }
    return max;
  }

  private static Refusal wrongType(String field) {
    return Refusal.of(RequestReason.WRONG_TYPE, field);
  }

  /** Makes a value of a text, or a refusal that names the field. */
  @FunctionalInterface
  interface Making {
    Object of(String text, String field);
  }

  private static FieldValue text(int most, boolean required, Making making) {
    return (in, token, path, name) -> {
      if (token == JsonToken.VALUE_NULL) {
        return null;
      }
      String text = null;
      if (token == JsonToken.VALUE_STRING) {
        text = in.text();
      } else {
        in.skip(token);
      }
      if (text == null || text.length() > most) {
        return wrongType(path + name);
      }
      return required && text.isBlank() ? null : making.of(text, path + name);
    };
  }

  private static FieldValue time(
      RequestReason reason, int most, boolean required, Function<String, Object> parse) {
    return text(
        most,
        required,
        (text, field) -> {
          try {
            return parse.apply(text);
          } catch (DateTimeException _) {
            return Refusal.of(reason, field);
          }
        });
  }

  private static Object uuid(String text, String field) {
    return UUIDS.matcher(text).matches() ? UUID.fromString(text) : wrongType(field);
  }

  /** Within the years that calculations allow. */
  private static Instant instant(String text) {
    Instant time = IsoInstant.parse(text);
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new DateTimeException("beyond the calendar: " + text);
    }
    return time;
  }

  private static @Nullable Object decimal(
      StrictParser in, JsonToken token, String path, String name) {
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    Double number = null;
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      number = in.decimal();
    } else {
      in.skip(token);
    }
    return number == null ? wrongType(path + name) : number;
  }

  private static FieldValue integer(@Nullable Range range, @Nullable Beyond beyond) {
    int min = range == null ? Integer.MIN_VALUE : range.min();
    int max = range == null ? Integer.MAX_VALUE : range.max();
    return (in, token, path, name) -> {
      if (token == JsonToken.VALUE_NULL) {
        return null;
      }
      Integer number = null;
      if (token == JsonToken.VALUE_NUMBER_INT) {
        number = in.integer();
      } else {
        in.skip(token);
      }
      if (number == null) {
        return beyond != null && token == JsonToken.VALUE_NUMBER_INT && !in.isTooLong()
            ? Refusal.of(beyond.reason(), in.text(), beyond.most())
            : wrongType(path + name);
      }
      return number < min || number > max
          ? Refusal.of(RequestReason.OUT_OF_RANGE, path + name, min, max)
          : number;
    };
  }

  private static @Nullable Object flag(StrictParser in, JsonToken token, String path, String name) {
    return switch (token) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> {
        in.skip(token);
        yield wrongType(path + name);
      }
    };
  }

  /** A record within. */
  record ObjectValue(RecordReader<?> reader) implements FieldValue {
    @Override
    public @Nullable Object read(StrictParser in, JsonToken token, String path, String name) {
      if (token == JsonToken.START_OBJECT) {
        return reader.object(in, path + name + ".");
      }
      in.skip(token);
      return token == JsonToken.VALUE_NULL ? null : wrongType(path + name);
    }
  }

  /** Fields of a list's records are named without the list; other faults by the list alone. */
  private static FieldValue list(FieldValue item, Max max, boolean required) {
    int most = max.value();
    return (in, token, path, name) -> {
      if (token != JsonToken.START_ARRAY) {
        in.skip(token);
        return token == JsonToken.VALUE_NULL && !required ? null : wrongType(path + name);
      }
      in.nest();
      List<Object> items = new ArrayList<>();
      Refusal fault = null;
      int count = 0;
      for (JsonToken at = in.next(); at != JsonToken.END_ARRAY; at = in.next()) {
        count++;
        if (fault != null || count > most) {
          in.skip(at);
          continue;
        }
        Object read =
            at == JsonToken.START_OBJECT && item instanceof ObjectValue(var reader)
                ? reader.object(in, "")
                : item.read(in, at, path, name);
        if (read == null) {
          fault = wrongType(path + name);
        } else if (read instanceof Refusal refusal) {
          fault = refusal;
        } else {
          items.add(read);
        }
      }
      return count > most ? tooMany(max, count, path + name) : fault == null ? items : fault;
    };
  }

  private static Refusal tooMany(Max max, int count, String field) {
    return max.reason() == RequestReason.WRONG_TYPE
        ? wrongType(field)
        : Refusal.of(max.reason(), max.value(), count);
  }

  private static FieldValue map(FieldValue value) {
    return (in, token, path, name) -> {
      if (token != JsonToken.START_OBJECT) {
        in.skip(token);
        return token == JsonToken.VALUE_NULL ? null : wrongType(path + name);
      }
      in.nest();
      String inner = path + name + ".";
      Map<String, Object> values = new LinkedHashMap<>();
      Refusal fault = null;
      Set<String> seen = new HashSet<>();
      for (String key = in.name(seen); key != null; key = in.name(seen)) {
        Object read = value.read(in, in.next(), inner, key);
        if (read == null) {
          read = Refusal.of(RequestReason.MISSING_FIELD, inner + key);
        }
        if (!(read instanceof Refusal refusal)) {
          values.put(key, read);
        } else if (fault == null) {
          fault = refusal;
        }
      }
      return fault == null ? values : fault;
    };
  }
}
