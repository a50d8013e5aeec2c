package org.opponency.report;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.attacks.AdversarialPicture;
import org.opponency.claims.PublishedRobustness;
import org.opponency.claims.Quantity;
import org.opponency.evaluation.Interval;
import org.opponency.evaluation.Measured;
import org.opponency.images.RgbImage;
import org.opponency.models.Architecture;
import org.opponency.report.chart.ComparisonChart;
import org.opponency.report.chart.Reference;
import org.opponency.report.chart.RobustnessChart;
import org.opponency.report.chart.WidthWords;
import org.opponency.report.table.ResultTable;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.AdversarialPictures;
import org.opponency.study.results.Cifar10Results;
import org.opponency.study.results.RobustnessResults;
import org.opponency.study.results.SingleAttackResults;
import org.opponency.training.Recipe;

/** The figures of networks under attack: 7 and 10 and what belongs to them. */
public final class RobustnessFigures {
  private static final String RANGE =
      " ε = 0 stands left of the break of the axis; ε above 0.1 are in the CSV file.";

  /** Attacks as people call them. */
  private static final Map<String, String> NAMES =
      Map.of(
          "fgsm",
          "FGSM",
          "pgd",
          "PGD",
          "bim",
          "BIM",
          "noise",
          "uniform noise",
          "uniform-noise",
          "uniform noise",
          "deepfool",
          "DeepFool",
          AccuracyUnderAttack.WORST_CASE,
          "worst of the five");

  private RobustnessFigures() {}

  /** Figure 7: the accuracy that the worst of five attacks leaves, by width. */
  public static Figure worstCase(RobustnessResults results) {
    Map<String, List<Measured<AccuracyUnderAttack>>> panels = new LinkedHashMap<>();
    panels.put("of all pictures", results.rows());
    panels.put("of those right without an attack", results.relative());
    return new Figure(
            "figure-07-robustness",
            "Worst-case accuracy under five attacks",
            "Share of the pictures that no attack broke, by bottleneck width; right the same of the"
                + format(" %s pictures that each network gets right without", rightOnes(results))
                + " an attack. Lines are means over the runs that are alive, whiskers at ε = 0 one"
                + " standard deviation; widths 1 and 32 have a band of as much, of the others every"
                + " run is a hair line."
                + RANGE,
            new RobustnessChart(panels, 2, width -> width == 1 || width == 32).grid(),
            table(results.rows()),
            results.provenance())
        .over(pictures(results.rows()), "picture")
        .over(results.networks().size(), "network")
        .finding(WidthWords.of(Quantity.ROBUST_ACCURACY.of(results).withRetina()));
  }

  /** The same rows an attack at a time, a panel each. */
  public static Figure singleAttacks(SingleAttackResults results) {
    return new Figure(
            "figure-07-single-attacks",
            "Accuracy under each single attack",
            "Means over the runs, and every run as a hair line. A single attack may do worse at a"
                + " larger ε; the worst case counts a picture as broken if any attack broke it at"
                + " this ε."
                + RANGE,
            new RobustnessChart(byAttack(results.rows()), 3, width -> false).grid(),
            table(results.rows()),
            results.provenance())
        .over(pictures(results.rows()), "picture")
        .over(results.networks().size(), "network");
  }

  /** From how few to how many pictures the networks that have a relative accuracy get right. */
  private static String rightOnes(RobustnessResults results) {
    return Figures.range(
        results.networks().stream()
            .filter(one -> !one.dead())
            .mapToLong(one -> right(one.value()))
            .filter(pictures -> pictures > 0));
  }

  /** How many pictures a network gets right without an attack. */
  private static long right(List<AccuracyUnderAttack> curve) {
    return Math.round(curve.get(0).images() * Cifar10Results.at(0, curve));
  }

  private static int pictures(List<Measured<AccuracyUnderAttack>> rows) {
    return rows.stream().mapToInt(row -> row.value().images()).max().orElse(0);
  }

  private static Map<String, List<Measured<AccuracyUnderAttack>>> byAttack(
      List<Measured<AccuracyUnderAttack>> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> NAMES.getOrDefault(row.value().attack(), row.value().attack()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  /** Figure 10: our CIFAR-10 networks and the published ones of their depth, a panel a width. */
  public static Figure cifar10(Cifar10Results ours) {
    Map<String, List<Measured<AccuracyUnderAttack>>> shown = new LinkedHashMap<>();
    shown.put("ours", ours.rows());
    shown.put("published", PublishedRobustness.worstCase(ours.depth()));
    boolean asInPaper = ours.depth() == PublishedRobustness.DEPTH_SHOWN;
    if (!asInPaper) {
      shown.put("figure", PublishedRobustness.worstCase(PublishedRobustness.DEPTH_SHOWN));
    }
    List<Measured<AccuracyUnderAttack>> published = shown.get("published");
    double chance = 1.0 / Architecture.cifar10(1, ours.depth()).classes();
    Provenance.Data data = ours.provenance().data();
    return new Figure(
            "figure-10-cifar10-robustness",
            "Worst-case accuracy of "
                + (data.isDrawn()
                    ? "networks built as those for CIFAR-10"
                    : "the CIFAR-10 networks"),
            format(
                    "Share of the pictures that no attack broke, a panel a bottleneck width: ours"
                        + " of widths %s (%s) and those published (CIFAR-10, %d epochs, %d"
                        + " networks, %,d pictures), all of ventral depth %d. Lines are means over"
                        + " the runs that are alive, bands one standard deviation where there are"
                        + " several. Dotted: chance.",
                    widths(ours),
                    data.name(),
                    Recipe.cifar10().epochs(),
                    published.stream().map(Measured::network).distinct().count(),
                    pictures(published),
                    ours.depth())
                + atChance(ours, chance)
                + RANGE
                + (asInPaper ? "" : " The paper's networks of depth 4 are in the CSV file only."),
            new ComparisonChart(shown.get("ours"), published, Reference.chance(chance)).grid(),
            table(all(shown)),
            ours.provenance())
        .over(pictures(ours.rows()), "own picture")
        .over(ours.networks().size(), "own network")
        .finding(
            WidthWords.of(Quantity.CIFAR10_ROBUST_ACCURACY.of(ours))
                + " "
                + WidthWords.of(Quantity.CIFAR10_ROBUST_ACCURACY.published().orElseThrow()));
  }

  /** Who always answers one class is right by chance, whatever an attack does. */
  private static String atChance(Cifar10Results results, double chance) {
    String names =
        results.networks().stream()
            .filter(one -> !one.dead() && isAtChance(one.value(), chance))
            .map(one -> one.network().model())
            .collect(Collectors.joining("; "));
    return names.isEmpty()
        ? ""
        : format(
            " At chance without any attack (by Wilson's 95 %% interval), so that a flat line is no"
                + " robustness: %s.",
            names);
  }

  private static boolean isAtChance(List<AccuracyUnderAttack> curve, double chance) {
    return Interval.ofShare(right(curve), curve.get(0).images()).low() <= chance;
  }

  private static String widths(Cifar10Results results) {
    return results.networks().stream()
        .map(Measured::width)
        .distinct()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  private static List<Measured<AccuracyUnderAttack>> all(
      Map<String, List<Measured<AccuracyUnderAttack>>> panels) {
    return panels.values().stream().flatMap(List::stream).toList();
  }

  private static ResultTable table(List<Measured<AccuracyUnderAttack>> rows) {
    return ResultTable.of(rows).without("redraws");
  }

  /** Pictures, what an attack made of them, and the perturbation amplified. */
  public static Figure pictures(AdversarialPictures results) {
    List<AdversarialPicture> pictures = results.pictures();
    List<String> classes = results.classes();
    double first = pictures.get(0).epsilon();
    int columns = (int) pictures.stream().filter(picture -> picture.epsilon() == first).count();
    return new Figure(
            "figure-07-adversarial-pictures-" + results.network().replaceAll("[^a-z0-9]+", "-"),
            "Adversarial pictures of " + results.network(),
            format(
                    "The pictures, what %s on %s makes of them at each ε, and the perturbation around mid-grey,",
                    NAMES.getOrDefault(pictures.get(0).attack(), pictures.get(0).attack()),
                    results.network())
                + " amplified until its largest change reaches black or white. Below the pictures:"
                + " their classes; below the others: the network's decisions.",
            sheet(pictures, columns, classes),
            ResultTable.of(pictures.stream().map(picture -> row(picture, classes)).toList()),
            results.provenance())
        .over(1, "network")
        .over(columns, "picture");
  }

  private static ContactSheet sheet(
      List<AdversarialPicture> pictures, int columns, List<String> classes) {
    List<RgbImage> images = new ArrayList<>();
    List<String> captions = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<AdversarialPicture> first = pictures.subList(0, columns);
    add(first, AdversarialPicture::original, images);
    first.forEach(picture -> captions.add(classes.get(picture.label())));
    labels.add("pictures");
    for (int start = 0; start < pictures.size(); start += columns) {
      List<AdversarialPicture> row = pictures.subList(start, start + columns);
      add(row, AdversarialPicture::adversarial, images);
      row.forEach(picture -> captions.add(classes.get(picture.decision())));
      labels.add("ε = " + row.get(0).epsilon());
      add(row, AdversarialPicture::perturbation, images);
      row.forEach(picture -> captions.add(format("× %.0f", picture.amplification())));
      labels.add("amplified");
    }
    return ContactSheet.of(images).columns(columns).captions(captions).rowLabels(labels);
  }

  private static void add(
      List<AdversarialPicture> row,
      Function<AdversarialPicture, RgbImage> view,
      List<RgbImage> images) {
    row.stream().map(view).forEach(images::add);
  }

  /**
   * One picture in the figure's table.
   *
   * @param attack name of the attack
   * @param epsilon largest size of the perturbation
   * @param label its class
   * @param decision the network's
   * @param amplification of the perturbation shown
   */
  record PictureRow(
      String attack, double epsilon, String label, String decision, double amplification) {}

  private static PictureRow row(AdversarialPicture picture, List<String> classes) {
    return new PictureRow(
        picture.attack(),
        picture.epsilon(),
        classes.get(picture.label()),
        classes.get(picture.decision()),
        picture.amplification());
  }
}
