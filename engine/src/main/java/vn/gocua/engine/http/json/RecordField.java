package vn.gocua.engine.http.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import vn.gocua.protocol.body.Patch;
import vn.gocua.protocol.body.Required;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * One component of a record as a JSON field.
 *
 * @param name on the wire
 * @param missing why its absence is refused; null if it may be absent
 * @param patch whether absent and null differ
 */
record RecordField(String name, FieldValue value, @Nullable RequestReason missing, boolean patch) {
  /**
   * The field of a component.
   *
   * @param item whether it is one of an {@code Item}: a blank text is then a text like any other
   */
  static RecordField of(RecordComponent component, boolean item) {
    AnnotatedType type = component.getAnnotatedType();
    Required required = type.getAnnotation(Required.class);
    boolean patch = component.getType() == Patch.class;
    RequestReason missing =
        patch || isNullable(type)
            ? null
            : required == null ? RequestReason.MISSING_FIELD : required.value();
    return new RecordField(
        name(component),
        FieldValue.of(patch ? FieldValue.argument(type, 0) : type, missing != null && !item),
        missing,
        patch);
  }

  static boolean isNullable(AnnotatedElement type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static String name(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null || named.value().isEmpty() ? component.getName() : named.value();
  }

  /** Reads the component: its value, null, or a {@link Refusal}. */
  @Nullable Object read(StrictParser in, JsonToken token, String path) {
    Object read = value.read(in, token, path, name);
    return !patch || read instanceof Refusal
        ? read
        : read == null ? new Patch.Clear<>() : new Patch.Set<>(read);
  }

  /** Checks, after the object's end, that a required value is there. */
  @Nullable Object settled(@Nullable Object read, String path) {
    if (read != null) {
      return read;
    }
    if (patch) {
      return new Patch.Keep<>();
    }
    return missing == null ? null : Refusal.of(missing, path + name);
  }

  /** The refusal of its absence, if that has a reason of its own; it comes before others. */
  @Nullable Refusal toldFirst() {
    return missing == null || missing == RequestReason.MISSING_FIELD ? null : Refusal.of(missing);
  }
}
