package vn.gocua.rehearsal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "vn.gocua.rehearsal", importOptions = DoNotIncludeTests.class)
class RehearsalRulesTest {
  @ArchTest
  static final ArchRule shouldKnowTheEngineByItsApiAlone =
      noClasses().should().dependOnClassesThat().resideInAPackage("vn.gocua.engine..");

  @ArchTest
  static final ArchRule shouldPlanAndCountWithoutNetworkOrJson =
      noClasses()
          .that()
          .resideInAnyPackage("..rehearsal.plan..", "..rehearsal.counts..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "tools.jackson..", "..rehearsal.client..");
}
