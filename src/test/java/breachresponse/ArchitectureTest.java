package breachresponse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = BreachResponse.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule only_the_workflow_package_knows_the_engine =
      noClasses()
          .that()
          .resideOutsideOfPackage("breachresponse.workflow..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..");
}
