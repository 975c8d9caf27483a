package vn.gocua.system.house;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.gocua.system.house.House.Module;

/** What the classes of all modules use. Nested classes belong to what they are nested in. */
final class Uses {
  /**
   * One class uses another, or calls something.
   *
   * @param from the outermost class that does
   * @param to a class's full name; with {@code .method(Types)} behind it where a call is meant
   */
  record Use(Module module, JavaClass from, JavaClass target, String to, String where) {
    private String user() {
      return module.name() + " " + from.getSimpleName();
    }

    Fault ofLibrary() {
      return Fault.of(user(), "uses " + to + " " + where);
    }

    Fault ofItself() {
      return Fault.of(user() + " -> " + to, where);
    }
  }

  private final Map<JavaClass, Module> classes;
  private final List<Use> types = new ArrayList<>();
  private final List<Use> calls = new ArrayList<>();

  Uses(Map<JavaClass, Module> classes) {
    this.classes = classes;
    classes.forEach((origin, module) -> {
      JavaClass from = outermost(origin);
      origin
          .getDirectDependenciesFromSelf()
          .forEach(dependency -> {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            String where = dependency.getSourceCodeLocation().toString();
            types.add(new Use(module, from, target, target.getName(), where));
          });
      for (JavaAccess<?> access : origin.getAccessesFromSelf()) {
        JavaClass target = access.getTargetOwner();
        String to = target.getName() + "." + access.getName() + parameters(access);
        String where = access.getSourceCodeLocation().toString();
        calls.add(new Use(module, from, target, to, where));
      }
    });
  }

  /** The types in brackets, which tell {@code now()} and {@code now(Clock)} apart. */
  private static String parameters(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget called
        ? called.getRawParameterTypes().stream()
            .map(JavaClass::getSimpleName)
            .collect(joining(",", "(", ")"))
        : "";
  }

  static JavaClass outermost(JavaClass each) {
    JavaClass outer = each;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  Map<JavaClass, Module> classes() {
    return classes;
  }

  /** Faults of all who use such a library without being let: a class knows it, or does not. */
  List<Fault> ofLibrary(Predicate<String> library, Predicate<Use> let) {
    return forbidden(types, library, let).map(Use::ofLibrary).toList();
  }

  /** Faults of all who use such a class without being let, each class by itself. */
  List<Fault> ofTypes(Predicate<String> type, Predicate<Use> let) {
    return forbidden(types, type, let).map(Use::ofItself).toList();
  }

  /** Faults of all who call such a method or constructor, {@code full.Class.name(Types)}. */
  List<Fault> ofCalls(Predicate<String> called, Predicate<Use> let) {
    return forbidden(calls, called, let).map(Use::ofItself).toList();
  }

  private static Stream<Use> forbidden(
      List<Use> uses, Predicate<String> wanted, Predicate<Use> let) {
    List<Use> all = uses.stream().filter(use -> wanted.test(use.to())).toList();
    if (all.isEmpty()) {
      throw new AssertionError("Nobody uses it at all: the rule sees nothing.");
    }
    return all.stream().filter(use -> !let.test(use));
  }

  /** The packages of ours that each package of ours uses, with one use as an example. */
  Map<String, Map<String, Use>> packages() {
    return types.stream()
        .filter(use -> use.to().startsWith("vn.gocua."))
        .filter(use -> !use.from().getPackageName().equals(use.target().getPackageName()))
        .collect(
            groupingBy(
                use -> use.from().getPackageName(),
                TreeMap::new,
                toMap(
                    use -> use.target().getPackageName(),
                    identity(),
                    (one, _) -> one,
                    TreeMap::new)));
  }
}
