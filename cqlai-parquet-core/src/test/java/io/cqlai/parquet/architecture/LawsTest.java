package io.cqlai.parquet.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The laws of ARCHITECTURE.md that compiled classes show; {@link DependencyListTest} has law 5. */
@AnalyzeClasses(packages = "io.cqlai.parquet", importOptions = DoNotIncludeTests.class)
class LawsTest {

  private static final String ROOT = "io.cqlai.parquet";

  @ArchTest
  static final ArchRule law1PublicTypesNeverMentionInternalOnes =
      classes()
          .that()
          .resideOutsideOfPackage("..internal..")
          .should(new MentionNoInternalType())
          .because("what a caller can name, a caller will use")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule law1TheParserNeedsTheJdkAlone =
      classes()
          .that()
          .resideInAPackage(ROOT + ".copy..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "javax.annotation", ROOT + ".copy..")
          .because("shells take the parser without the rest")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule law2NoPackageKnowsBothTheDriverAndParquet =
      classes()
          .should(new LiveInOneWorld(ROOT))
          .because("the two meet in CqlType and in CQL's own bytes")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule law2NobodyUsesHadoopFileSystems =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.hadoop.fs..")
          .because("Hadoop's Path and FileSystem do not work on JDK 25")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule law3ThreadsLiveInOnePackage =
      classes()
          .that()
          .resideOutsideOfPackages(ROOT + ".internal.run..", ROOT + ".internal.checkpoint..")
          .should(new HoldNoThread(ROOT))
          .because("back-pressure, cancelling and the end of all threads are shown in one place")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule law4ImportsGoDownTheLevels =
      classes()
          .should(new ImportDownTheLevels(ROOT))
          .because("a row's path goes one way, and an import the other")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule law4PackagesHaveNoCycles =
      slices().matching(ROOT + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule law6OnlyTheDriversPublicApiIsUsed =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("com.datastax..")
                  .and(not(resideInAPackage("com.datastax.oss.driver.api..")))
                  .as("are inside the driver"))
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("io.netty..", "com.typesafe..", "org.reactivestreams..", "jnr..")
          .because("java-driver-core-shaded, which Spark needs, has the same public api alone")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule loggingGoesThroughSlf4j =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.util.logging..", "org.apache.log4j..", "org.apache.commons.logging..")
          .orShould()
          .callMethodWhere(target(nameMatching("printStackTrace")))
          .because("where messages go is the application's choice")
          .allowEmptyShould(true);
}
