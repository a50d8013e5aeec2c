package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.attacks.AdversarialPicture;
import org.opponency.attacks.AttackProtocol;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Networks;
import org.opponency.report.chart.RobustnessChart;
import org.opponency.report.draw.EpsilonAxis;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.study.networks.Provenance;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.AdversarialPictures;
import org.opponency.study.results.Cifar10Results;
import org.opponency.study.results.RobustnessResults;

class RobustnessFiguresTest {
  private static final Provenance PROVENANCE = Examples.provenance(Scale.LAPTOP);

  /** A curve a network. */
  private static List<Measured<List<AccuracyUnderAttack>>> curves(
      String attack, int runs, boolean dead, int... widths) {
    List<Measured<List<AccuracyUnderAttack>>> networks = new ArrayList<>();
    for (int width : widths) {
      for (int run = 0; run < runs; run++) {
        List<AccuracyUnderAttack> curve = new ArrayList<>();
        for (double epsilon : AttackProtocol.PAPER_EPSILONS) {
          double accuracy = (0.8 - 0.02 * run) * Math.exp(-60 * epsilon * (1 + width / 8.0));
          curve.add(new AccuracyUnderAttack(attack, epsilon, 100, accuracy));
        }
        networks.add(Networks.measured(width, run, dead, curve));
      }
    }
    return networks;
  }

  private static RobustnessResults worst(int runs, int... widths) {
    return new RobustnessResults(PROVENANCE, curves("worst case", runs, false, widths));
  }

  private static PanelGrid grid(Figure figure) {
    return (PanelGrid) figure.drawing();
  }

  @Test
  void eachWidthHasItsOwnLineStyle() {
    PanelGrid grid = grid(RobustnessFigures.worstCase(worst(3, 0, 1, 2, 4, 8, 16, 32)));
    assertThat(grid.panels()).hasSize(2);
    var entries = grid.legend().entries();
    assertThat(entries.stream().map(LegendEntry::label))
        .containsExactly(
            "no retina", "width 1", "width 2", "width 4", "width 8", "width 16", "width 32")
        .inOrder();
    assertThat(entries.stream().map(LegendEntry::line).distinct().count()).isEqualTo(7);
  }

  @Test
  void severalRunsHaveABandAndASingleOneHasNone() {
    var one = grid(RobustnessFigures.worstCase(worst(1, 1, 4)));
    var three = grid(RobustnessFigures.worstCase(worst(3, 1, 4)));
    assertThat(one.panels().get(0).chart().getSeries("width 1 band")).isNull();
    assertThat(three.panels().get(0).chart().getSeries("width 4 band")).isNull();
    for (String series :
        List.of("width 1 band", "width 4", "width 4 zero", "break left", "width 4, run 2")) {
      assertThat(three.panels().get(0).chart().getSeries(series)).isNotNull();
    }
  }

  /** Runs of 0.8 and 0.6, of which an attack leaves all, half and a quarter. */
  @Test
  void curvesAreMeansOverRunsAtEachEpsilon() {
    List<Measured<List<AccuracyUnderAttack>>> networks = new ArrayList<>();
    for (int width : new int[] {32, 4}) {
      networks.add(Networks.measured(width, 0, false, curve(0.8)));
      networks.add(Networks.measured(width, 1, false, curve(0.6)));
    }
    var results = new RobustnessResults(PROVENANCE, networks);
    XYChart chart = Charts.chart(RobustnessFigures.worstCase(results), 0);
    assertThat(Charts.series(chart))
        .containsExactly(
            "break left",
            "break right",
            "width 32 band",
            "width 4, run 0",
            "width 4, run 1",
            "width 4",
            "width 32",
            "width 4 zero bar",
            "width 4 zero",
            "width 32 zero bar",
            "width 32 zero")
        .inOrder();
    XYSeries line = chart.getSeries("width 4");
    assertThat(Charts.at(line, -2)).isWithin(1e-12).of(0.35);
    assertThat(Charts.at(line, -1)).isWithin(1e-12).of(0.175);
    XYSeries zero = chart.getSeries("width 4 zero");
    assertThat(zero.getYData()).usingTolerance(1e-12).containsExactly(0.7);
    assertThat(chart.getSeries("width 4 zero bar").getYData())
        .usingTolerance(1e-12)
        .containsExactly(0.7 - 0.2 / Math.sqrt(2), 0.7 + 0.2 / Math.sqrt(2))
        .inOrder();
    // Up along mean + s.d., back along mean - s.d.
    assertThat(chart.getSeries("width 32 band").getYData())
        .usingTolerance(1e-12)
        .containsExactly(
            0.35 + 0.1 / Math.sqrt(2),
            0.175 + 0.05 / Math.sqrt(2),
            0.175 - 0.05 / Math.sqrt(2),
            0.35 - 0.1 / Math.sqrt(2))
        .inOrder();
    assertThat(chart.getStyler().getYAxisMin()).isAtMost(0.0);
    assertThat(chart.getStyler().getYAxisMax()).isGreaterThan(0.7 + 0.2 / Math.sqrt(2));
    var label = chart.getStyler().getXAxisTickLabelsFormattingFunction();
    assertThat(List.of(label.apply(-3.0), label.apply(-2.0), label.apply(-1.0)))
        .containsExactly("0", "0.01", "0.1")
        .inOrder();
  }

  /** Half and a quarter of what each network had, whatever that was. */
  @Test
  void theSecondPanelIsRelativeToEachNetworksCleanAccuracy() {
    List<Measured<List<AccuracyUnderAttack>>> networks =
        List.of(
            Networks.measured(4, 0, false, curve(0.8)), Networks.measured(4, 1, false, curve(0.6)));
    XYChart chart =
        Charts.chart(RobustnessFigures.worstCase(new RobustnessResults(PROVENANCE, networks)), 1);
    assertThat(Charts.at(chart.getSeries("width 4"), -2)).isWithin(1e-12).of(0.5);
    assertThat(Charts.at(chart.getSeries("width 4"), -1)).isWithin(1e-12).of(0.25);
    assertThat(chart.getSeries("width 4 zero").getYData()[0]).isWithin(1e-12).of(1.0);
  }

  /** Of 100 pictures; what the dead one gets right is not drawn. */
  @Test
  void captionSaysHowFewPicturesTheSecondPanelRestsOn() {
    List<Measured<List<AccuracyUnderAttack>>> networks =
        List.of(
            Networks.measured(4, 0, false, curve(0.8)),
            Networks.measured(4, 1, false, curve(0.04)),
            Networks.measured(4, 2, false, curve(0)),
            Networks.measured(4, 3, true, curve(0.9)));
    Figure figure = RobustnessFigures.worstCase(new RobustnessResults(PROVENANCE, networks));
    assertThat(figure.caption()).contains("the same of the 4 to 80 pictures that each network");
    assertThat(figure.caption()).contains("whiskers at ε = 0 one standard deviation");
  }

  @Test
  void nothingIsDrawnBeyondWhatTheAxisShows() {
    Figure figure = RobustnessFigures.worstCase(worst(1, 4));
    double[] x = Charts.chart(figure, 0).getSeries("width 4").getXData();
    assertThat(x[0]).isWithin(1e-12).of(Math.log10(0.0005));
    assertThat(x[x.length - 1]).isWithin(1e-12).of(-1.0);
    assertThat(figure.data().csv()).contains(",1.0,"); // the largest epsilon is in the data
  }

  private static List<AccuracyUnderAttack> curve(double clean) {
    return List.of(
        new AccuracyUnderAttack("worst case", 0, 100, clean),
        new AccuracyUnderAttack("worst case", 0.01, 100, clean / 2),
        new AccuracyUnderAttack("worst case", 0.1, 100, clean / 4));
  }

  @Test
  void deadNetworksAreNotDrawn() {
    var dead = new RobustnessResults(PROVENANCE, curves("worst case", 1, true, 1));
    assertThrows(IllegalArgumentException.class, () -> RobustnessFigures.worstCase(dead));
  }

  @Test
  void thereIsAPanelAnAttack() {
    Map<String, List<AccuracyUnderAttack>> curves = new LinkedHashMap<>();
    for (String attack : List.of("fgsm", "worst case")) {
      curves.put(attack, curves(attack, 1, false, 1).get(0).value());
    }
    var grid = new RobustnessChart(panels(curves), 3, width -> false).grid();
    assertThat(grid.panels().stream().map(Panel::heading))
        .containsExactly("fgsm", "worst case")
        .inOrder();
  }

  private static Map<String, List<Measured<AccuracyUnderAttack>>> panels(
      Map<String, List<AccuracyUnderAttack>> curves) {
    Map<String, List<Measured<AccuracyUnderAttack>>> panels = new LinkedHashMap<>();
    curves.forEach(
        (heading, curve) ->
            panels.put(heading, Networks.measured(1, 0, false, curve).each(c -> c).toList()));
    return panels;
  }

  @Test
  void theCifarFigureHasAPanelAWidthWithOursAndThePublished() {
    Figure figure =
        RobustnessFigures.cifar10(
            new Cifar10Results(PROVENANCE, 2, curves("worst case", 1, false, 1, 4, 32)));
    assertThat(Charts.headings(figure))
        .containsExactly("width 1", "width 2", "width 4", "width 8", "width 16", "width 32")
        .inOrder();
    assertThat(Charts.legend(figure))
        .containsExactly("ours, one run", "published, mean ± s.d. of the runs", "chance (10 %)")
        .inOrder();
    assertThat(Charts.chart(figure, 0).getSeries("chance (10 %)").getYData())
        .isEqualTo(new double[] {0.1, 0.1});
    assertThat(Charts.series(Charts.chart(figure, 1))).doesNotContain("ours");
    assertThat(Charts.series(Charts.chart(figure, 2))).containsAtLeast("published", "ours");
    // Ten published networks of width 4 and depth 2: their mean at 0.01, by hand from the file.
    assertThat(Charts.at(Charts.chart(figure, 2).getSeries("published"), -2))
        .isWithin(1e-6)
        .of(0.22417);
    for (int panel = 0; panel < 6; panel++) {
      assertThat(Charts.chart(figure, panel).getStyler().getYAxisMax())
          .isEqualTo(Charts.chart(figure, 0).getStyler().getYAxisMax());
    }
    assertThat(figure.svg()).contains("<svg");
    assertThat(figure.title()).contains("built as those for CIFAR-10"); // on Orchard
    assertThat(figure.caption()).contains("ours of widths 1, 4, 32 (Orchard 32 px)");
    assertThat(figure.caption())
        .contains("(CIFAR-10, 20 epochs, 60 networks, 10,000 pictures), all of ventral depth 2");
    assertThat(figure.caption()).doesNotContain("At chance");
    assertThat(figure.stamp()).endsWith("100 own pictures · 3 own networks");
  }

  @Test
  void networksThatGuessAreNoRobustOnes() {
    List<Measured<List<AccuracyUnderAttack>>> networks =
        new ArrayList<>(curves("worst case", 1, false, 4));
    networks.add(
        Networks.measured(
            1,
            0,
            false,
            AttackProtocol.PAPER_EPSILONS.stream()
                .map(epsilon -> new AccuracyUnderAttack("worst case", epsilon, 100, 0.11))
                .toList()));
    Figure figure = RobustnessFigures.cifar10(new Cifar10Results(PROVENANCE, 2, networks));
    assertThat(figure.caption()).contains("so that a flat line is no robustness: width 1, run 0.");
  }

  @Test
  void picturesStandAboveWhatTheAttackMadeOfThem() {
    var grey = Examples.grey(4, 4, 100);
    List<AdversarialPicture> pictures = new ArrayList<>();
    for (double epsilon : new double[] {0.01, 0.1}) {
      pictures.add(new AdversarialPicture("pgd", epsilon, 0, 1, grey, grey, grey, 5));
      pictures.add(new AdversarialPicture("pgd", epsilon, 1, 1, grey, grey, grey, 5));
    }
    Figure figure =
        RobustnessFigures.pictures(
            new AdversarialPictures(
                PROVENANCE, "width 32, run 0", pictures, List.of("fig", "lime")));
    ContactSheet sheet = (ContactSheet) figure.drawing();
    assertThat(sheet.columns()).isEqualTo(2);
    assertThat(sheet.rowLabels())
        .containsExactly("pictures", "ε = 0.01", "amplified", "ε = 0.1", "amplified")
        .inOrder();
    assertThat(sheet.captions().subList(0, 6))
        .containsExactly("fig", "lime", "lime", "lime", "× 5", "× 5")
        .inOrder();
  }

  @Test
  void zeroStandsADecadeBelowTheSmallestEpsilon() {
    EpsilonAxis axis = EpsilonAxis.of(AttackProtocol.PAPER_EPSILONS);
    assertThat(axis.place(0)).isEqualTo(-4);
    assertThat(axis.place(0.001)).isWithin(1e-12).of(-3);
    assertThat(axis.last()).isEqualTo(0);
    assertThat(EpsilonAxis.of(List.of(0.001, 0.1)).hasZero()).isFalse();
    assertThat(EpsilonAxis.of(List.of(0.0, 0.001)).place(0)).isEqualTo(-4);
  }
}
