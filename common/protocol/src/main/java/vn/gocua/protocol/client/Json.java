package vn.gocua.protocol.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import vn.gocua.protocol.body.Patch;

/**
 * Converts the API's JSON to records and back. Unknown fields are ignored, so that an engine may be
 * newer than its client. A component that is not {@code @Nullable} is required. Null is not
 * written, except in a {@link Patch}.
 */
public final class Json {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .withConfigOverride(
              Patch.class,
              patch ->
                  patch.setInclude(
                      JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, null)))
          .addModule(new SimpleModule().addSerializer(new PatchWriter()))
          .annotationIntrospector(new RequiredComponents())
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .build();

  private Json() {}

  /**
   * Reads one message.
   *
   * @throws UnreadableMessage if it is none, or lacks something
   */
  public static <T> T read(String text, Class<T> type) throws UnreadableMessage {
    try {
      T value = JSON.readValue(text, type);
      if (value == null) {
        throw new UnreadableMessage(type.getSimpleName() + " is null", null);
      }
      return value;
    } catch (JacksonException e) {
      throw new UnreadableMessage(e.getPathReference() + ": " + e.getOriginalMessage(), e);
    }
  }

  /** A request's body. */
  public static byte[] write(Object value) {
    return JSON.writeValueAsBytes(value);
  }

  /** The same as text. */
  public static String text(Object value) {
    return JSON.writeValueAsString(value);
  }

  /** Writes a set value, null for a cleared one, and nothing for a kept one. */
  private static final class PatchWriter extends StdSerializer<Patch<?>> {
    PatchWriter() {
      super(Patch.class);
    }

    @Override
    public boolean isEmpty(SerializationContext context, Patch<?> patch) {
      return patch instanceof Patch.Keep<?>;
    }

    @Override
    public void serialize(Patch<?> patch, JsonGenerator json, SerializationContext context) {
      json.writePOJO(patch.given());
    }
  }

  /** Requires every component that is neither primitive nor {@code @Nullable}. */
  private static final class RequiredComponents extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
      return isRequired(member) ? Boolean.TRUE : super.hasRequiredMarker(config, member);
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
      return isRequired(member)
          ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
          : super.findSetterInfo(config, member);
    }

    private static boolean isRequired(Annotated member) {
      if (!(member instanceof AnnotatedParameter parameter)
          || !(parameter.getOwner().getAnnotated() instanceof Executable creator)
          || !creator.getDeclaringClass().isRecord()
          || parameter.getRawType().isPrimitive()) {
        return false;
      }
      return !creator.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(
          Nullable.class);
    }
  }
}
