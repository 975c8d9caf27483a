package vn.gocua.engine.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that are wrong in one way or another: in a value, in the JSON, or altogether. */
final class Spoiled {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Texts that programs stumble over. */
  static final String[] TEXTS = {
    "",
    " ",
    "\u0000",
    "a\u0000b",
    "\r\nX-Injected: 1",
    "\u202Egnp.exe",
    "Nguyễn Thị Đậu 🏠👩🏽‍🌾",
    "a\u0300".repeat(40),
    "\uFEFFT01",
    "\uD800",
    "../../../../etc/passwd",
    "..\\..\\x",
    "=cmd|'/c calc'!A0",
    "<script>alert(1)</script>",
    "'; drop table events; --",
    "{0} ''{1}'' {99999999999}",
    "%s%n%x",
    "${jndi:ldap://127.0.0.1/x}",
    "-0",
    "1e309",
    "NaN",
    "9223372036854775808",
    "+999999999-12-31T23:59:59.999999999+18:00",
    "2025-02-30",
    "0000-00-00T00:00:00Z",
    "2025-08-22T09:30:00+99:99",
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "1-1-1-1-1",
    "T01/../T02",
    "x".repeat(300),
    "ơ".repeat(5_000),
    "(a+)+$" + "a".repeat(200),
    "[".repeat(1_500)
  };

  private static final String[] LITERALS = {
    "1e400",
    "-1e400",
    "1e-400",
    "-0",
    "0.1",
    "1.0",
    "9223372036854775808",
    "-2147483649",
    "1e9",
    "2147483648",
    "0x10",
    "01",
    "NaN",
    "Infinity",
    "tru",
    "nul",
    "'x'",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "\"\\x\"",
    "[]",
    "{}",
    "[[]]",
    "{\"a\":{\"a\":{}}}",
    "12345678901234567890123456789012345678901234567890",
    "1" + "0".repeat(1_100),
    "0." + "0".repeat(900) + "1"
  };

  private final RandomGenerator random;

  Spoiled(RandomGenerator random) {
    this.random = random;
  }

  /** A body made of a good one. */
  byte[] body(JsonNode good) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> value(good.deepCopy()).toString().getBytes(StandardCharsets.UTF_8);
      case 4, 5 -> literal(good).getBytes(StandardCharsets.UTF_8);
      case 6 -> field(good).getBytes(StandardCharsets.UTF_8);
      case 7 -> field(good).replaceFirst("\":", "\\\\ud800\":").getBytes(StandardCharsets.UTF_8);
      case 8 -> broken(good.toString().getBytes(StandardCharsets.UTF_8));
      default -> strange(good);
    };
  }

  private List<Runnable> places(JsonNode tree, JsonNode value) {
    List<Runnable> places = new ArrayList<>();
    if (tree instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        places.add(() -> object.set(name, value));
        places.addAll(places(object.path(name), value));
      }
    } else if (tree instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        places.add(() -> array.set(at, value));
        places.addAll(places(array.get(i), value));
      }
    }
    return places;
  }

  private JsonNode put(JsonNode tree, JsonNode value) {
    List<Runnable> places = places(tree, value);
    if (places.isEmpty()) {
      return value;
    }
    places.get(random.nextInt(places.size())).run();
    return tree;
  }

  private JsonNode value(JsonNode tree) {
    return put(
        tree,
        switch (random.nextInt(8)) {
          case 0 -> NODES.nullNode();
          case 1 -> NODES.booleanNode(random.nextBoolean());
          case 2 -> NODES.numberNode(random.nextLong());
          case 3 -> NODES.numberNode(random.nextInt(-2, 600));
          case 4 -> JsonMapper.shared().createArrayNode().add(tree.deepCopy());
          case 5 -> tree.deepCopy();
          default -> NODES.stringNode(text());
        });
  }

  String text() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  /** A piece of text in place of a value: what no tree can hold. */
  private String literal(JsonNode good) {
    String mark = "\"@here@\"";
    return put(good.deepCopy(), NODES.stringNode("@here@"))
        .toString()
        .replace(mark, LITERALS[random.nextInt(LITERALS.length)]);
  }

  /** A field missing, twice, or one too many. */
  private String field(JsonNode good) {
    if (!(good.deepCopy() instanceof ObjectNode object) || object.isEmpty()) {
      return "{\"surprise\":1}";
    }
    List<String> names = List.copyOf(object.propertyNames());
    String name = names.get(random.nextInt(names.size()));
    String whole = object.toString();
    return switch (random.nextInt(4)) {
      case 0 -> object.without(name).toString();
      case 1 ->
          whole.replaceFirst(
              "^\\{",
              java.util.regex.Matcher.quoteReplacement(
                  "{\"" + name + "\":" + object.get(name) + ","));
      case 2 -> object.put(name.toUpperCase(java.util.Locale.ROOT), 1).toString();
      default -> object.put(text(), text()).toString();
    };
  }

  private byte[] broken(byte[] good) {
    byte[] bytes = Arrays.copyOf(good, Math.max(1, good.length));
    switch (random.nextInt(4)) {
      case 0 -> {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      case 1 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      case 2 -> {
        int at = random.nextInt(bytes.length);
        for (int i = at; i < Math.min(at + 4, bytes.length); i++) {
          bytes[i] = (byte) (0x80 | random.nextInt(128));
        }
      }
      default -> {
        byte[] twice = Arrays.copyOf(bytes, bytes.length * 2);
        System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
        return twice;
      }
    }
    return bytes;
  }

  private byte[] strange(JsonNode good) {
    String text =
        switch (random.nextInt(9)) {
          case 0 -> "";
          case 1 -> "[" + good + "]";
          case 2 -> "\uFEFF" + good;
          case 3 -> "[".repeat(3_000);
          case 4 -> "{\"a\":".repeat(900) + "1" + "}".repeat(900);
          case 5 -> "{" + "\"x\":1,".repeat(2_000) + "\"y\":1}";
          case 6 -> "[" + "0,".repeat(60_000) + "0]";
          case 7 -> "{\"" + "ạ".repeat(30_000) + "\":1}";
          default -> "/* */ " + good;
        };
    return text.getBytes(random.nextInt(8) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
  }
}
