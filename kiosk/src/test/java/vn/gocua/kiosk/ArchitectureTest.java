package vn.gocua.kiosk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.text.Normalizer;
import vn.gocua.base.text.NormalText;

/** What the packages of the kiosk may use; HouseTest holds all modules. */
@AnalyzeClasses(packages = "vn.gocua", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule shouldShareNoClassWithTheEngine =
      noClasses().should().dependOnClassesThat().resideInAPackage("vn.gocua.engine..");

  @ArchTest
  static final ArchRule shouldAskTheEngineByTheOneClient =
      noClasses()
          .that()
          .resideInAPackage("vn.gocua.kiosk..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..");

  @ArchTest
  static final ArchRule shouldKnowTheWebServerInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("vn.gocua.kiosk.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.jetty..", "jakarta.servlet..");

  @ArchTest
  static final ArchRule shouldNeedNoNodeToBuild =
      noClasses()
          .should()
          .beAnnotatedWith("com.vaadin.flow.component.dependency.JsModule")
          .orShould()
          .beAnnotatedWith("com.vaadin.flow.component.dependency.JavaScript")
          .orShould()
          .beAnnotatedWith("com.vaadin.flow.component.dependency.CssImport")
          .orShould()
          .beAnnotatedWith("com.vaadin.flow.component.dependency.NpmPackage");

  /** Elsewhere nothing would bound how many marks are put in order. */
  @ArchTest
  static final ArchRule shouldNormalizeWordsInOnePlace =
      noClasses()
          .that()
          .doNotBelongToAnyOf(NormalText.class)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Normalizer.class);

  @ArchTest
  static final ArchRule shouldNotLookInsideALibrary =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("..impl..", "..internal..");
}
