package vn.gocua.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.gocua.system.house.House.Module;
import vn.gocua.system.house.Uses.Use;

/** Which class may use what, in all modules: all but those that a rule names must not. */
class HouseTest {
  private static final Predicate<String> EVENT_BUS =
      in("io.vertx.core.eventbus", "io.vertx.eventbus");
  private static final Predicate<String> THREADS =
      anyOf(
          "java.util.concurrent.Executors",
          "java.util.concurrent.ExecutorService",
          "java.util.concurrent.ScheduledExecutorService",
          "java.util.concurrent.ScheduledFuture",
          "java.util.concurrent.ThreadPoolExecutor",
          "java.util.concurrent.ScheduledThreadPoolExecutor",
          "java.util.concurrent.ThreadFactory",
          "java.util.concurrent.ForkJoinPool",
          "java.util.concurrent.StructuredTaskScope",
          "java.util.Timer",
          "java.util.TimerTask");
  private static final Predicate<String> THREAD_CALLS =
      anyOf(
          "java.lang.Thread.<init>",
          "java.lang.Thread.ofVirtual",
          "java.lang.Thread.ofPlatform",
          "java.lang.Thread.startVirtualThread",
          "java.util.concurrent.CompletableFuture.delayedExecutor",
          "io.vertx.core.Vertx.timer",
          "io.vertx.core.Vertx.setTimer",
          "io.vertx.core.Vertx.setPeriodic");

  /** Without an executor a stage goes on in the common pool. */
  private static final Pattern IN_COMMON_POOL =
      Pattern.compile("java\\.util\\.concurrent\\.Complet\\w+\\.\\w+Async\\((?!.*Executor\\)).*");

  private static final Predicate<String> CLOCK_CALLS =
      anyOf(
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system",
          "java.time.Clock.tickMillis",
          "java.time.Clock.tickSeconds",
          "java.time.Clock.tickMinutes",
          "java.time.InstantSource.system",
          "java.lang.System.currentTimeMillis",
          "java.util.Date.<init>",
          "java.util.Calendar.getInstance");
  private static final Pattern NOW = Pattern.compile("java\\.time\\..*\\.now\\((ZoneId)?\\)");

  private static Uses uses;
  private static Uses shipped;

  @BeforeAll
  static void read() {
    Map<JavaClass, Module> classes = House.classes();
    uses = new Uses(classes);
    Map<JavaClass, Module> shipping = new LinkedHashMap<>(classes);
    shipping.values().removeIf(module -> !module.ships());
    shipped = new Uses(shipping);
  }

  @Test
  void shouldSeeTheCodeOfEveryModule() {
    Set<Module> seen = Set.copyOf(uses.classes().values());
    assertThat(House.modules()).filteredOn(Module::hasCode).isNotEmpty().allMatch(seen::contains);
    assertThat(uses.packages()).containsKeys("vn.gocua.engine", "vn.gocua.kiosk");
  }

  @Test
  void shouldHaveNoCyclesBetweenPackages() {
    Map<String, Map<String, Use>> packages = uses.packages();
    List<Fault> faults =
        Cycles.in(names(packages)).stream()
            .map(arrow -> {
              Use use = Objects.requireNonNull(packages.get(arrow.from())).get(arrow.to());
              String key = ours(arrow.from()) + " -> " + ours(arrow.to());
              return Fault.of(
                  key, Objects.requireNonNull(use).from().getSimpleName() + " " + use.where());
            })
            .toList();
    Rule.CYCLES.check(faults);
  }

  @Test
  void shouldUseTheEventBusInClusterOnly() {
    Rule.EVENT_BUS.check(shipped.ofLibrary(EVENT_BUS, inPackages("vn.gocua.engine.cluster")));
  }

  @Test
  void shouldUseHazelcastInLiveAndClusterOnly() {
    Rule.HAZELCAST.check(
        shipped.ofLibrary(
            in("com.hazelcast"), inPackages("vn.gocua.engine.live", "vn.gocua.engine.cluster")));
  }

  @Test
  void shouldUseVertxInHttpClusterAndEngineOnly() {
    Rule.VERTX.check(
        shipped.ofLibrary(
            in("io.vertx").and(EVENT_BUS.negate()),
            inPackages("vn.gocua.engine.http", "vn.gocua.engine.cluster")
                .or(classes("vn.gocua.engine.Engine"))));
  }

  @Test
  void shouldUseDatabasesInTheirPackagesOnly() {
    Rule.STORES.check(
        shipped.ofLibrary(
            in("java.sql", "javax.sql", "org.sqlite", "com.zaxxer", "com.mongodb", "org.bson"),
            use -> use.from().getPackageName().matches(".*\\.(sqlite|mongo)")));
  }

  @Test
  void shouldMakeThreadsAndTimersInTheirPlacesOnly() {
    Predicate<Use> let =
        inPackages("vn.gocua.base.time", "vn.gocua.engine.http")
            .or(classes("vn.gocua.engine.journal.GroupCommit"));
    List<Fault> faults = new ArrayList<>(shipped.ofTypes(THREADS, let));
    faults.addAll(
        shipped.ofCalls(THREAD_CALLS.or(call -> IN_COMMON_POOL.matcher(call).matches()), let));
    Rule.EXECUTORS.check(faults);
  }

  @Test
  void shouldUseTheHttpClientInOnePlaceOnly() {
    Rule.HTTP_CLIENT.check(
        shipped.ofLibrary(
            in("java.net.http"),
            // The API has one client. Osv is a stranger's API, of which little is believed.
            inPackages("vn.gocua.protocol.client").or(classes("vn.gocua.engine.advisories.Osv"))));
  }

  @Test
  void shouldUseVaadinInTheKioskOnly() {
    Rule.VAADIN.check(
        shipped.ofLibrary(
            in("com.vaadin"),
            inPackages("vn.gocua.kiosk")
                .and(inPackages("vn.gocua.kiosk.feed", "vn.gocua.kiosk.desk.data").negate())));
  }

  @Test
  void shouldReadTheSystemClockAtTheEdgesOnly() {
    Rule.SYSTEM_CLOCK.check(
        shipped.ofCalls(
            CLOCK_CALLS.or(call -> NOW.matcher(call).matches()),
            inPackages("vn.gocua.engine.commands")
                .or(use -> use.from().getSimpleName().matches("Main|.+Command"))
                .or(classes("vn.gocua.engine.Engine"))));
  }

  @Test
  void shouldReadTextsInOnePackageOnly() {
    Rule.BUNDLES.check(
        shipped.ofLibrary(
            name ->
                name.startsWith("java.util.ResourceBundle")
                    || name.equals("java.text.MessageFormat")
                    || name.equals("java.util.Properties"),
            inPackages("vn.gocua.base.text")));
  }

  @Test
  void shouldReadYamlInOnePackageOnly() {
    Rule.YAML.check(shipped.ofLibrary(in("org.snakeyaml"), inPackages("vn.gocua.base.settings")));
  }

  @Test
  void shouldUseOtherFeaturesAlongTheWrittenListOnly() {
    Set<String> features = new TreeSet<>();
    uses.classes().keySet().stream()
        .filter(each -> each.isTopLevelClass() && each.getSimpleName().matches(".+Feature"))
        .forEach(each -> features.add(each.getPackageName()));
    Rule.FEATURES.check(
        FeatureEdges.faults(features, names(uses.packages()), FeatureEdges.ALLOWED));
  }

  @Test
  void shouldUseStandardNamesInTheEngine() {
    List<Fault> faults = new ArrayList<>();
    uses.classes()
        .forEach((each, module) -> {
          if (module.name().equals("engine")
              && each.isTopLevelClass()
              && each.getSimpleName().matches(".*(Desk|Keeper|Bus|Words)")) {
            faults.add(Fault.of(each.getSimpleName(), each.getName()));
          }
        });
    Rule.ENGINE_NAMES.check(faults);
  }

  @Test
  void shouldHaveEachNameOnceInAProgram() {
    List<Fault> faults = new ArrayList<>();
    for (Module program : House.modules().stream().filter(Module::ships).toList()) {
      List<Module> parts = House.program(program);
      Map<String, List<String>> places = new TreeMap<>();
      uses.classes()
          .forEach((each, module) -> {
            if (parts.contains(module)
                && each.isTopLevelClass()
                && !each.getSimpleName().equals("package-info")) {
              places
                  .computeIfAbsent(each.getSimpleName(), _ -> new ArrayList<>())
                  .add(each.getPackageName());
            }
          });
      places.forEach((name, packages) -> {
        if (packages.size() > 1) {
          faults.add(new Fault(program.name() + " " + name, packages.size(), packages.toString()));
        }
      });
    }
    Rule.SAME_NAMES.check(faults);
  }

  private static Map<String, Set<String>> names(Map<String, Map<String, Use>> packages) {
    Map<String, Set<String>> names = new TreeMap<>();
    packages.forEach((from, targets) -> names.put(from, targets.keySet()));
    return names;
  }

  private static String ours(String packageName) {
    return packageName.substring("vn.gocua.".length());
  }

  /** Names of classes in such packages, and in those below. */
  private static Predicate<String> in(String... packages) {
    return name -> {
      for (String each : packages) {
        if (name.startsWith(each + ".")) {
          return true;
        }
      }
      return false;
    };
  }

  /** Such classes with what is nested in them, or such methods. */
  private static Predicate<String> anyOf(String... names) {
    return name -> {
      for (String each : names) {
        if (name.equals(each) || name.startsWith(each + "$") || name.startsWith(each + "(")) {
          return true;
        }
      }
      return false;
    };
  }

  private static Predicate<Use> inPackages(String... packages) {
    return use -> in(packages).test(use.from().getName());
  }

  private static Predicate<Use> classes(String... names) {
    return use -> anyOf(names).test(use.from().getName());
  }
}
