package vn.gocua.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
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

  private static final String[] MACHINERY = {
    "io.vertx..",
    "com.hazelcast..",
    "com.mongodb..",
    "java.sql..",
    "javax.sql..",
    "org.sqlite..",
    "com.zaxxer..",
    "com.vaadin.."
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
  static final ArchRule NO_CYCLES =
      slices().matching("vn.gocua.engine.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule FEATURES_KNOW_NO_MACHINERY =
      noClasses()
          .that(
              resideInAnyPackage(
                  "vn.gocua.engine.campaign..",
                  "vn.gocua.engine.checkin..",
                  "vn.gocua.engine.board..",
                  "vn.gocua.engine.access..",
                  "vn.gocua.engine.help..",
                  "vn.gocua.engine.screens..",
                  "vn.gocua.engine.audit..",
                  "vn.gocua.engine.export..",
                  "vn.gocua.engine.table..",
                  "vn.gocua.engine.documents",
                  "vn.gocua.engine.notices..",
                  "vn.gocua.engine.report..",
                  "vn.gocua.engine.targets..",
                  "vn.gocua.engine.training..",
                  "vn.gocua.engine.alerts..",
                  "vn.gocua.engine.vault"))
          .and(not(KNOWS_HTTP))
          .should()
          .dependOnClassesThat(resideInAnyPackage(MACHINERY));

  @ArchTest
  static final ArchRule ONLY_ROUTES_KNOW_HTTP =
      noClasses()
          .that(resideInAnyPackage("vn.gocua.engine.."))
          .and(not(KNOWS_HTTP))
          .and(not(resideInAnyPackage("vn.gocua.engine", "vn.gocua.engine.feature")))
          .should()
          .dependOnClassesThat(resideInAnyPackage(HTTP));

  @ArchTest
  static final ArchRule HAZELCAST_HAS_ITS_PACKAGES =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      "vn.gocua.engine.live..", "vn.gocua.engine.cluster..", "vn.gocua.engine")))
          .should()
          .dependOnClassesThat(resideInAnyPackage("com.hazelcast.."));

  @ArchTest
  static final ArchRule STORES_HAVE_THEIR_PACKAGES =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      "vn.gocua.engine.journal..",
                      "vn.gocua.engine.vault.sqlite",
                      "vn.gocua.engine.vault.mongo",
                      "vn.gocua.engine.documents.mongo")))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "java.sql..", "javax.sql..", "org.sqlite..", "com.zaxxer..", "com.mongodb.."));

  @ArchTest
  static final ArchRule TIME_ARRIVES_FROM_OUTSIDE =
      noClasses()
          .that(
              resideInAnyPackage(
                  "vn.gocua.engine.campaign..",
                  "vn.gocua.engine.checkin..",
                  "vn.gocua.engine.board..",
                  "vn.gocua.engine.access..",
                  "vn.gocua.engine.help..",
                  "vn.gocua.engine.screens..",
                  "vn.gocua.engine.audit..",
                  "vn.gocua.engine.export..",
                  "vn.gocua.engine.table..",
                  "vn.gocua.engine.documents",
                  "vn.gocua.engine.notices..",
                  "vn.gocua.engine.report..",
                  "vn.gocua.engine.targets..",
                  "vn.gocua.engine.training..",
                  "vn.gocua.engine.alerts..",
                  "vn.gocua.engine.vault..",
                  "vn.gocua.engine.journal..",
                  "vn.gocua.engine.live.."))
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

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
