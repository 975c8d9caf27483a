package vn.gocua.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Walks the way of one check-in as README tells it: every step really leads to the next. */
class ReadmeWayTest {
  private static final int MOST_FILES = 9;
  private static final Path README = House.ROOT.resolve("README.md");
  private static final Pattern SECTION =
      Pattern.compile("(?s)## The way of one check-in\n(.*?)\n## ");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (\\d+) \\| \\[(\\w+)]\\(([^)]+)\\) \\| \\S.* \\|$");

  /** How a check-in gets from each file to the next. */
  private static final List<Hop> WAY =
      List.of(
          new Named("CheckInEndpoints", "SUBMIT", "/api/v1/check-ins", "CheckInRoutes"),
          new Called("CheckInRoutes", "CheckInRoutes", "CheckInService", "submit"),
          new Called("CheckInService", "CheckInService", "GroupCommit", "append"),
          new Joined(
              "GroupCommit", "CampaignContext", "BoardFeature", "HazelcastLiveView", "apply"),
          new Called("HazelcastLiveView", "BoardSync", "Board", "update"),
          new Called("Board", "BoardSource", "Board", "since", "BoardRoutes"),
          new Named("BoardEndpoints", "STREAM", "/api/v1/board/stream", "BoardRoutes"),
          new Named("BoardEndpoints", "STREAM", "/api/v1/board/stream", "EngineFeed"),
          new Called("EngineFeed", "ScreenBinding", "EngineFeed", "listen"),
          new Called("EngineFeed", "WallView", "ScreenBinding", "<init>", "WallView"));

  private static Collection<JavaClass> classes = List.of();

  private sealed interface Hop {}

  /**
   * One class calls another, or hands its method on.
   *
   * @param from the file that is left
   * @param caller who calls: the file itself, or who joins both
   * @param to the class that is called
   * @param next the file that is reached
   */
  private record Called(String from, String caller, String to, String method, String next)
      implements Hop {
    Called(String from, String caller, String to, String method) {
      this(from, caller, to, method, to);
    }
  }

  /**
   * A third class hands a method on to what it has of a fourth.
   *
   * @param from the file that is left
   * @param over where the third class finds it
   */
  private record Joined(String from, String over, String caller, String to, String method)
      implements Hop {}

  /** A class serves or calls an operation of the API, by its constant or by its path. */
  private record Named(String endpoints, String constant, String path, String by) implements Hop {}

  @BeforeAll
  static void read() {
    classes = House.classes().keySet();
  }

  private static List<MatchResult> steps() {
    MatchResult section = SECTION.matcher(House.text(README)).results().findFirst().orElseThrow();
    return ROW.matcher(section.group(1)).results().toList();
  }

  private static List<String> names() {
    return steps().stream().map(step -> step.group(2)).toList();
  }

  @Test
  void shouldLinkAFewFilesThatAreThere() {
    assertThat(steps()).hasSizeBetween(2, MOST_FILES);
    for (int i = 0; i < steps().size(); i++) {
      MatchResult step = steps().get(i);
      assertThat(step.group(1)).isEqualTo(String.valueOf(i + 1));
      assertThat(step.group(3)).endsWith("/" + step.group(2) + ".java");
      assertThat(Files.isRegularFile(House.ROOT.resolve(step.group(3)))).as(step.group(3)).isTrue();
    }
  }

  @Test
  void shouldGoTheWayThatTheCodeGoes() {
    List<String> told =
        Stream.concat(
                Stream.of("CheckInEndpoints"),
                WAY.stream()
                    .map(hop ->
                        switch (hop) {
                          case Called called -> called.next();
                          case Joined joined -> joined.to();
                          case Named named -> named.by();
                        }))
            .distinct()
            .toList();
    assertThat(names()).isEqualTo(told);
  }

  @Test
  void shouldLeadFromEachFileToTheNext() {
    for (Hop hop : WAY) {
      switch (hop) {
        case Called(String from, String caller, String to, String method, String next) -> {
          assertThat(calls(caller, to, method)).as("%s.%s by %s", to, method, caller).isTrue();
          assertThat(caller.equals(from) || knows(caller, from) || knows(from, caller))
              .as("%s and %s", caller, from)
              .isTrue();
          assertThat(next.equals(to) || knows(next, caller) || next.equals(caller))
              .as("%s and %s", next, caller)
              .isTrue();
        }
        case Joined(String from, String over, String caller, String to, String method) -> {
          assertThat(calls(caller, to, method)).as("%s.%s by %s", to, method, caller).isTrue();
          assertThat(knows(caller, over)).as("%s and %s", caller, over).isTrue();
          assertThat(knows(over, from)).as("%s and %s", over, from).isTrue();
        }
        case Named(String endpoints, String constant, String path, String by) -> {
          assertThat(House.text(source(endpoints))).contains(constant + " =").contains(path);
          assertThat(House.text(source(by)))
              .containsAnyOf(endpoints + "." + constant, '"' + path + '"');
        }
      }
    }
  }

  private static boolean calls(String caller, String to, String method) {
    return of(caller)
        .flatMap(each -> each.getAccessesFromSelf().stream())
        .map(JavaAccess::getTarget)
        .anyMatch(target -> outer(target.getOwner()).equals(to) && target.getName().equals(method));
  }

  private static boolean knows(String one, String other) {
    return of(one)
        .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
        .anyMatch(dependency -> outer(dependency.getTargetClass()).equals(other));
  }

  /** A class with those inside it. */
  private static Stream<JavaClass> of(String name) {
    return classes.stream().filter(each -> outer(each).equals(name));
  }

  private static String outer(JavaClass each) {
    String name = each.getFullName().substring(each.getFullName().lastIndexOf('.') + 1);
    return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
  }

  private static Path source(String name) {
    return House.modules().stream()
        .flatMap(module -> House.files(module.sources(), "/" + name + ".java").stream())
        .findFirst()
        .orElseThrow();
  }
}
