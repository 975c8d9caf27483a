package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gocua.engine.support.ProtocolEndpoints;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.content.NoticeList;
import vn.gocua.protocol.endpoint.Endpoint;
import vn.gocua.protocol.help.HelpRequestList;

/** What clients must find in an answer is what the engine was seen to write. */
class AnswersFitShapesTest {
  private static final Pattern FIELD = Pattern.compile(" {4}(\\S+?)(\\?)?: (.+)");
  private static final Set<String> INTEGERS = Set.of("integer");
  private static final Set<String> NUMBERS = Set.of("integer", "number");
  private static final Set<String> TIMES = Set.of("time in UTC", "time with offset");

  /** What was seen at one place; more than one kind where answers differ. */
  private record Seen(boolean always, Set<String> kinds) {}

  private static Map<String, Map<String, Seen>> shapes() throws IOException {
    String text;
    try (InputStream file =
        Objects.requireNonNull(AnswersFitShapesTest.class.getResourceAsStream("/api/shapes.txt"))) {
      text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    Map<String, Map<String, Seen>> shapes = new LinkedHashMap<>();
    String operation = "";
    boolean ofSuccess = false;
    Map<String, Seen> fields = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      Matcher field = FIELD.matcher(line);
      if (line.matches("[A-Z]+ /.*")) {
        operation = line.replaceAll("  .*", "");
        ofSuccess = false;
      } else if (line.startsWith("  event ")) {
        fields = new LinkedHashMap<>();
        shapes.put(operation + line.substring(1).replaceAll(" \\+.*", ""), fields);
        ofSuccess = true;
      } else if (line.matches(" {2}\\d{3}.*")) {
        ofSuccess = line.startsWith("  2");
        fields = new LinkedHashMap<>();
        if (ofSuccess) {
          shapes.put(operation, fields);
        }
      } else if (ofSuccess && field.matches()) {
        fields.put(
            field.group(1),
            new Seen(field.group(2) == null, Set.of(field.group(3).split(" \\| "))));
      }
    }
    return shapes;
  }

  private static Map<String, Class<?>> answers() {
    Map<String, Class<?>> answers = new LinkedHashMap<>();
    for (Endpoint<?, ?> endpoint : ProtocolEndpoints.all()) {
      if (endpoint.answer().isRecord()) {
        answers.put(endpoint.method() + " " + endpoint.path(), endpoint.answer());
      }
    }
    answers.put("GET /api/v1/board/stream event board", BoardMessage.class);
    answers.put("GET /api/v1/board/stream event tally", BoardMessage.class);
    answers.put("GET /api/v1/board/stream event notice", NoticeList.class);
    answers.put("GET /api/v1/help-requests/stream event requests", HelpRequestList.class);
    answers.put("GET /api/v1/help-requests/stream event request", HelpRequestList.Row.class);
    return answers;
  }

  @Test
  void shouldWriteWhateverClientsMustFind() throws IOException {
    Map<String, Map<String, Seen>> shapes = shapes();
    List<String> wrong = new ArrayList<>();
    answers()
        .forEach((operation, answer) -> {
          Map<String, Seen> seen = shapes.get(operation);
          if (seen == null) {
            wrong.add(operation + ": no answer is recorded");
          } else {
            compare(operation + ": ", "", answer, seen, wrong);
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void shouldKnowAWrongAnswerWhenItIsOne() {
    record Row(String name, int count) {}
    record Answer(List<Row> rows, Instant at, @Nullable String more) {}
    List<String> wrong = new ArrayList<>();
    compare(
        "",
        "",
        Answer.class,
        Map.of(
            "rows[].name",
            new Seen(false, Set.of("string")),
            "at",
            new Seen(true, Set.of("integer"))),
        wrong);
    assertThat(wrong)
        .containsExactly(
            "rows[].name is not always there", "rows[].count is missing", "at is [integer]");
  }

  private static void compare(
      String where, String prefix, Class<?> type, Map<String, Seen> seen, List<String> wrong) {
    for (RecordComponent component : type.getRecordComponents()) {
      boolean required = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      compare(where, prefix + name(component), component.getGenericType(), required, seen, wrong);
    }
  }

  private static String name(RecordComponent component) {
    JsonProperty other = component.getAccessor().getAnnotation(JsonProperty.class);
    return other == null ? component.getName() : other.value();
  }

  private static void compare(
      String where,
      String path,
      Type type,
      boolean required,
      Map<String, Seen> seen,
      List<String> wrong) {
    if (type instanceof ParameterizedType many) {
      boolean list = many.getRawType() == List.class;
      Type[] of = many.getActualTypeArguments();
      String below = path + (list ? "[]" : ".*");
      if (seen.containsKey(path) && seen.get(path).kinds().equals(Set.of("array"))) {
        return; // Empty whenever it was seen.
      }
      if (seen.keySet().stream().anyMatch(key -> key.startsWith(path))) {
        compare(where, below, of[of.length - 1], list, seen, wrong);
      } else if (required) {
        wrong.add(where + path + " is missing");
      }
      return;
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      if (required || seen.keySet().stream().anyMatch(key -> key.startsWith(path + "."))) {
        compare(where, path + ".", plain, seen, wrong);
      }
      return;
    }
    Seen found = seen.get(path);
    if (found == null) {
      if (required) {
        wrong.add(where + path + " is missing");
      }
    } else if (required && !found.always()) {
      wrong.add(where + path + " is not always there");
    } else if (!fits(plain, required, found.kinds())) {
      wrong.add(where + path + " is " + found.kinds());
    }
  }

  private static boolean fits(Class<?> plain, boolean required, Set<String> seen) {
    Set<String> kinds = new HashSet<>(seen);
    if (!required) {
      kinds.remove("null");
    }
    return switch (plain.getSimpleName()) {
      case "int", "long", "Integer", "Long" -> INTEGERS.containsAll(kinds);
      case "double", "Double" -> NUMBERS.containsAll(kinds);
      case "boolean", "Boolean" -> kinds.equals(Set.of("boolean"));
      case "Instant", "OffsetDateTime" -> TIMES.containsAll(kinds);
      case "LocalDate" -> kinds.equals(Set.of("date"));
      default -> kinds.stream().noneMatch(NUMBERS::contains) && !kinds.contains("boolean");
    };
  }
}
