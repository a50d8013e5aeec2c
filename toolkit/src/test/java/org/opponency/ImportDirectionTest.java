package org.opponency;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the way through the rooms of the toolkit one-way. */
class ImportDirectionTest {
  /** From the ground up; rooms that stand beside each other share a place. */
  private static final List<List<String>> WAY =
      List.of(
          List.of("io"),
          List.of("engine", "stimuli"),
          List.of("images"),
          List.of("images.codec"),
          List.of("images.batch"),
          List.of("images.source"),
          List.of("orchard"),
          List.of("models.weights"),
          List.of("models"),
          List.of("models.script", "models.hub", "models.parity"),
          List.of("training", "evaluation", "physiology", "superstimuli", "attacks"),
          List.of("physiology.cone", "physiology.grating", "physiology.picture"),
          List.of("surgery"),
          List.of("study.store"),
          List.of("study.networks"),
          List.of("study.results"),
          List.of("study.census"),
          List.of("study.analysis"),
          List.of("study.laboratory"),
          List.of("study"), // the way in: a study reaches every analysis of its networks
          List.of("study.parity"),
          List.of("claims"),
          List.of("study.sweep"), // its tables list the quantities of the claims
          List.of("report.draw", "report.table"),
          List.of("report.chart"),
          List.of("report"),
          List.of("archive"),
          List.of("report.notebook"),
          List.of("cli"));

  /** No package is a heap. */
  private static final int LARGEST_PACKAGE = 36;

  /** The notebook kernel, which the toolkit compiles against. */
  private static final String KERNEL = "org.opponency.kernel..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.opponency")
          .that(resideOutsideOfPackage(KERNEL));

  @Test
  void roomsKnowOnlyThoseBelowThem() {
    List<String> above = new ArrayList<>(all());
    for (List<String> place : WAY) {
      above.removeAll(place);
      for (String room : place) {
        Set<String> beside = new TreeSet<>(place);
        beside.remove(room);
        beside.addAll(above);
        if (!beside.isEmpty()) {
          noClasses()
              .that(resideInAPackage(packageOf(room)))
              .should()
              .dependOnClassesThat(resideInAnyPackage(packagesOf(beside)))
              .check(CLASSES);
        }
      }
    }
  }

  @Test
  void everyRoomHasItsPlaceOnTheWay() {
    Set<String> rooms =
        CLASSES.stream()
            .map(c -> c.getPackageName())
            .collect(Collectors.toCollection(TreeSet::new));
    rooms.remove("org.opponency");
    assertThat(List.of(packagesOf(all()))).containsExactlyElementsIn(rooms);
  }

  @Test
  void noRoomIsAHeap() {
    Map<String, Long> sizes = files().collect(groupingBy(c -> c.getPackageName(), counting()));
    sizes.forEach((room, size) -> assertWithMessage(room).that(size).isAtMost(LARGEST_PACKAGE));
  }

  @Test
  void everyRoomSaysWhatItIs() {
    Set<String> rooms = files().map(c -> c.getPackageName()).collect(toCollection(TreeSet::new));
    CLASSES.stream()
        .filter(c -> c.getSimpleName().equals("package-info"))
        .forEach(c -> rooms.remove(c.getPackageName()));
    assertWithMessage("rooms without package-info").that(rooms).isEmpty();
  }

  /** Who reads a name knows what is meant, whatever is imported. */
  @Test
  void noNameMeansTwoThings() {
    Map<String, List<String>> places =
        files().collect(groupingBy(c -> c.getSimpleName(), mapping(c -> c.getName(), toList())));
    places.values().removeIf(names -> names.size() == 1);
    assertThat(places).isEmpty();
  }

  /** Every class but those within another. */
  private static Stream<JavaClass> files() {
    return CLASSES.stream()
        .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"));
  }

  private static List<String> all() {
    return WAY.stream().flatMap(List::stream).toList();
  }

  @Test
  void onlyTheEngineTouchesPyTorch() {
    noClasses()
        .that(resideOutsideOfPackages(packages("engine")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("ai.djl.pytorch.."))
        .check(CLASSES);
  }

  @Test
  void onlyModelsAndTrainingKnowFilesOfWeights() {
    noClasses()
        .that(resideOutsideOfPackages(packages("models", "training")))
        .should()
        .dependOnClassesThat(resideInAnyPackage(packageOf("models.weights")))
        .check(CLASSES);
  }

  @Test
  void onlyRoomsThatComputeGradientsKnowTensors() {
    noClasses()
        .that(
            resideOutsideOfPackages(
                packages("engine", "models", "training", "attacks", "superstimuli")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("ai.djl.."))
        .check(CLASSES);
  }

  @Test
  void onlyImagesKnowTheirDecoders() {
    noClasses()
        .that(resideOutsideOfPackages(packages("images")))
        .should()
        .dependOnClassesThat(resideInAnyPackage(packageOf("images.codec")))
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

  /** Whatever else named it could not run where another kernel does, or none. */
  @Test
  void onlyItsExtensionKnowsTheKernel() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.NotebookExtension(\\$.*)?")
        .should()
        .dependOnClassesThat(resideInAnyPackage(KERNEL))
        .check(CLASSES);
  }

  @Test
  void onlyReportDraws() {
    noClasses()
        .that(resideOutsideOfPackages(packages("report")))
        .should()
        .dependOnClassesThat(resideInAnyPackage(packages("report.draw", "report.chart")))
        .check(CLASSES);
  }

  @Test
  void onlyReportAndTheCommandLinePrint() {
    noClasses()
        .that(resideOutsideOfPackages(packages("report", "cli")))
        .should(ACCESS_STANDARD_STREAMS)
        .check(CLASSES);
  }

  private static String packageOf(String room) {
    return "org.opponency." + room;
  }

  private static String[] packagesOf(Collection<String> rooms) {
    return rooms.stream().map(ImportDirectionTest::packageOf).toArray(String[]::new);
  }

  private static String[] packages(String... names) {
    return Stream.of(names).map(name -> packageOf(name) + "..").toArray(String[]::new);
  }
}
