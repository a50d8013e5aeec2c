package org.opponency.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opponency.attacks.AdversarialPicture;
import org.opponency.images.RgbImage;
import org.opponency.report.chart.RobustnessChart;
import org.opponency.report.draw.ContactSheet;
import org.opponency.report.table.ResultTable;
import org.opponency.study.Provenance;
import org.opponency.study.analysis.ModelRobustness;

/** The figures of networks under attack: 7 and 10 and what belongs to them. */
public final class RobustnessFigures {
  private static final String MEANS =
      "Lines are means over the runs that are alive, bands one standard deviation where there are"
          + " several; ε = 0 stands behind the break of the axis.";

  private RobustnessFigures() {}

  /** Figure 7: the accuracy that the worst of five attacks leaves, by width. */
  public static Figure worstCase(List<ModelRobustness> rows, Provenance provenance) {
    return new Figure(
        "figure-07-robustness",
        "Worst-case accuracy under five attacks",
        "Share of the pictures that no attack broke, by bottleneck width. " + MEANS,
        new RobustnessChart(Map.of("", rows), 1).grid(),
        ResultTable.of(rows),
        provenance);
  }

  /** The same rows an attack at a time, a panel each. */
  public static Figure singleAttacks(List<ModelRobustness> rows, Provenance provenance) {
    return new Figure(
        "figure-07-single-attacks",
        "Accuracy under each single attack",
        "One network a width. A single attack may do worse at a larger ε; the worst case counts"
            + " a picture as broken if any attack broke it at this ε.",
        new RobustnessChart(byAttack(rows), 3).grid(),
        ResultTable.of(rows),
        provenance);
  }

  private static Map<String, List<ModelRobustness>> byAttack(List<ModelRobustness> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                ModelRobustness::attack, LinkedHashMap::new, Collectors.toList()));
  }

  /**
   * Figure 10: our CIFAR-10 networks beside the published ones.
   *
   * @param depth ventral depth of ours
   * @param published of the same depth
   * @param paper of the depth that the paper's figure shows
   */
  public static Figure cifar10(
      List<ModelRobustness> ours,
      int depth,
      List<ModelRobustness> published,
      List<ModelRobustness> paper,
      Provenance provenance) {
    Map<String, List<ModelRobustness>> panels = new LinkedHashMap<>();
    panels.put("ours, ventral depth " + depth, ours);
    panels.put("published, ventral depth " + depth, published);
    panels.put("published, depth 4 (the paper's figure)", paper);
    return new Figure(
        "figure-10-cifar10-robustness",
        "Worst-case accuracy of the CIFAR-10 networks",
        "Share of the pictures that no attack broke, by bottleneck width. " + MEANS,
        new RobustnessChart(panels, 3).grid(),
        ResultTable.of(all(panels)),
        provenance);
  }

  private static List<ModelRobustness> all(Map<String, List<ModelRobustness>> panels) {
    return panels.values().stream().flatMap(List::stream).toList();
  }

  /**
   * Pictures, what an attack made of them, and the perturbation amplified.
   *
   * @param pictures the same pictures at one epsilon after the other
   * @param classes names in label order
   */
  public static Figure pictures(
      List<AdversarialPicture> pictures, List<String> classes, Provenance provenance) {
    double first = pictures.get(0).epsilon();
    int columns = (int) pictures.stream().filter(picture -> picture.epsilon() == first).count();
    return new Figure(
        "figure-07-adversarial-pictures",
        "Adversarial pictures",
        "The pictures, what %s makes of them at each ε, and the perturbation around mid-grey,"
                .formatted(pictures.get(0).attack())
            + " amplified until its largest change reaches black or white. Captions are the"
            + " network's decisions.",
        sheet(pictures, columns, classes),
        ResultTable.of(pictures.stream().map(picture -> row(picture, classes)).toList()),
        provenance);
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
      row.forEach(
          picture -> captions.add(String.format(Locale.ROOT, "× %.0f", picture.amplification())));
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
