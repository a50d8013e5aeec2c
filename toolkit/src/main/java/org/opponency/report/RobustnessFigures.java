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
import org.opponency.evaluation.Measured;
import org.opponency.images.RgbImage;
import org.opponency.report.chart.RobustnessChart;
import org.opponency.report.table.ResultTable;
import org.opponency.study.results.AdversarialPictures;
import org.opponency.study.results.Cifar10Results;
import org.opponency.study.results.RobustnessResults;
import org.opponency.study.results.SingleAttackResults;

/** The figures of networks under attack: 7 and 10 and what belongs to them. */
public final class RobustnessFigures {
  private static final String MEANS =
      "Lines are means over the runs that are alive, bands one standard deviation where there are"
          + " several; ε = 0 stands behind the break of the axis.";

  private RobustnessFigures() {}

  /** Figure 7: the accuracy that the worst of five attacks leaves, by width. */
  public static Figure worstCase(RobustnessResults results) {
    return new Figure(
        "figure-07-robustness",
        "Worst-case accuracy under five attacks",
        "Share of the pictures that no attack broke, by bottleneck width. " + MEANS,
        new RobustnessChart(Map.of("", results.rows()), 1).grid(),
        table(results.rows()),
        results.provenance());
  }

  /** The same rows an attack at a time, a panel each. */
  public static Figure singleAttacks(SingleAttackResults results) {
    return new Figure(
        "figure-07-single-attacks",
        "Accuracy under each single attack",
        "One network a width. A single attack may do worse at a larger ε; the worst case counts"
            + " a picture as broken if any attack broke it at this ε.",
        new RobustnessChart(byAttack(results.rows()), 3).grid(),
        table(results.rows()),
        results.provenance());
  }

  private static Map<String, List<Measured<AccuracyUnderAttack>>> byAttack(
      List<Measured<AccuracyUnderAttack>> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.value().attack(), LinkedHashMap::new, Collectors.toList()));
  }

  /** Figure 10: our CIFAR-10 networks beside the published ones. */
  public static Figure cifar10(Cifar10Results ours) {
    Map<String, List<Measured<AccuracyUnderAttack>>> panels = new LinkedHashMap<>();
    panels.put("ours, ventral depth " + ours.depth(), ours.rows());
    panels.put(
        "published, ventral depth " + ours.depth(), PublishedRobustness.worstCase(ours.depth()));
    panels.put(
        "published, depth 4 (the paper's figure)",
        PublishedRobustness.worstCase(PublishedRobustness.DEPTH_SHOWN));
    return new Figure(
        "figure-10-cifar10-robustness",
        "Worst-case accuracy of the CIFAR-10 networks",
        "Share of the pictures that no attack broke, by bottleneck width. " + MEANS,
        new RobustnessChart(panels, 3).grid(),
        table(all(panels)),
        ours.provenance());
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
        "figure-07-adversarial-pictures",
        "Adversarial pictures",
        format(
                "The pictures, what %s makes of them at each ε, and the perturbation around mid-grey,",
                pictures.get(0).attack())
            + " amplified until its largest change reaches black or white. Captions are the"
            + " network's decisions.",
        sheet(pictures, columns, classes),
        ResultTable.of(pictures.stream().map(picture -> row(picture, classes)).toList()),
        results.provenance());
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
