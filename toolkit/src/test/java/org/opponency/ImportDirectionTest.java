package org.opponency;

import static com.google.common.truth.Truth.assertThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the way through the rooms of the toolkit one-way. */
class ImportDirectionTest {
  /** From the start of the way to its end; rooms that stand beside each other share a place. */
  private static final List<List<String>> WAY =
      List.of(
          List.of("images", "stimuli"),
          List.of("models"),
          List.of("training", "evaluation", "physiology", "superstimuli", "attacks"),
          List.of("study"),
          List.of("report"),
          List.of("cli"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.opponency");

  @Test
  void roomsKnowOnlyThoseBeforeThem() {
    Set<String> before = new TreeSet<>();
    for (List<String> place : WAY) {
      for (String room : place) {
        Set<String> forbidden = all();
        forbidden.removeAll(before);
        forbidden.remove(room);
        noClasses()
            .that(resideInAnyPackage(packages(room)))
            .should()
            .dependOnClassesThat(resideInAnyPackage(packages(forbidden.toArray(String[]::new))))
            .allowEmptyShould(true)
            .check(CLASSES);
      }
      before.addAll(place);
    }
  }

  private static Set<String> all() {
    return WAY.stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyRoomHasItsPlaceOnTheWay() {
    Set<String> rooms = new TreeSet<>();
    CLASSES.forEach(
        c -> rooms.add(c.getPackageName().replaceFirst("org\\.opponency\\.?(\\w*).*", "$1")));
    rooms.remove("");
    assertThat(all()).containsAtLeastElementsIn(rooms);
  }

  @Test
  void onlyModelsTouchesTheEngineItself() {
    noClasses()
        .that(resideOutsideOfPackages(packages("models")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("ai.djl.pytorch.."))
        .check(CLASSES);
  }

  @Test
  void onlyRoomsThatComputeGradientsKnowTensors() {
    noClasses()
        .that(resideOutsideOfPackages(packages("models", "training", "attacks", "superstimuli")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("ai.djl.."))
        .check(CLASSES);
  }

  @Test
  void onlyReportKnowsTablesAndCharts() {
    noClasses()
        .that(resideOutsideOfPackages(packages("report")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("tech.tablesaw..", "org.knowm.xchart.."))
        .check(CLASSES);
  }

  @Test
  void onlyReportAndTheCommandLinePrint() {
    noClasses()
        .that(resideOutsideOfPackages(packages("report", "cli")))
        .should(ACCESS_STANDARD_STREAMS)
        .check(CLASSES);
  }

  private static String[] packages(String... names) {
    return List.of(names).stream().map("org.opponency.%s.."::formatted).toArray(String[]::new);
  }
}
