package vn.gocua.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.text.Normalizer;
import java.util.UUID;
import vn.gocua.engine.http.sse.SseSource;

/** What the packages of the engine may use; HouseTest holds all modules. */
@AnalyzeClasses(
    packages = {"vn.gocua.engine", "vn.gocua.base"},
    importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] HTTP = {
    "io.vertx.core.http..", "io.vertx.ext.web..", "vn.gocua.engine.http.."
  };

  private static final DescribedPredicate<JavaClass> KNOWS_HTTP =
      withinClass(
          simpleNameEndingWith("Routes")
              .or(simpleNameEndingWith("Stream"))
              .or(simpleNameEndingWith("Feature"))
              .or(assignableTo(SseSource.class))
              .or(resideInAnyPackage("vn.gocua.engine.http.."))
              .as("*Routes, *Stream, *Feature, SseSource or http"));

  /** Nested classes belong to what they are nested in. */
  private static DescribedPredicate<JavaClass> withinClass(
      DescribedPredicate<JavaClass> outermost) {
    return DescribedPredicate.describe(
        outermost.getDescription(),
        javaClass -> {
          JavaClass outer = javaClass;
          while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
          }
          return outermost.test(outer);
        });
  }

  @ArchTest
  static final ArchRule ONLY_ROUTES_KNOW_HTTP =
      noClasses()
          .that(resideInAnyPackage("vn.gocua.engine.."))
          .and(not(KNOWS_HTTP))
          .and(not(resideInAnyPackage("vn.gocua.engine", "vn.gocua.engine.feature")))
          .should()
          .dependOnClassesThat(resideInAnyPackage(HTTP));

  @ArchTest
  static final ArchRule IDS_ARRIVE_FROM_OUTSIDE =
      noClasses()
          .that(assignableTo(Record.class))
          .and(resideInAnyPackage("vn.gocua.engine.."))
          .should()
          .callMethod(UUID.class, "randomUUID");

  @ArchTest
  static final ArchRule NOTHING_STATIC_CHANGES =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat(resideInAnyPackage("vn.gocua.."))
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule ROUTES_ARE_NAMED_SO =
      classes()
          .that()
          .haveSimpleNameEndingWith("Routes")
          .should()
          .beTopLevelClasses()
          .andShould()
          .haveOnlyFinalFields();

  /** Elsewhere nothing would bound how many marks are put in order. */
  @ArchTest
  static final ArchRule WORDS_ARE_NORMALIZED_IN_ONE_PLACE =
      noClasses()
          .that(not(resideInAnyPackage("vn.gocua.base.text")))
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Normalizer.class);

  /** What a library keeps to itself changes without a word; ours too would be somebody else's. */
  @ArchTest
  static final ArchRule NOBODY_LOOKS_INSIDE_A_LIBRARY =
      noClasses()
          .that(resideInAnyPackage("vn.gocua.."))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("..impl..", "..internal..")
                  .and(not(resideInAnyPackage("vn.gocua..", "java.."))));
}
