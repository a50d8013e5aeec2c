package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.opponency.attacks.AdversarialPicture;
import org.opponency.attacks.AttackProtocol;
import org.opponency.claims.PublishedRobustness;
import org.opponency.report.draw.EpsilonAxis;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Panel;
import org.opponency.report.draw.PanelGrid;
import org.opponency.study.Provenance;
import org.opponency.study.Scale;
import org.opponency.study.analysis.ModelRobustness;

class RobustnessFiguresTest {
  private static final Provenance PROVENANCE = Examples.provenance(Scale.LAPTOP);

  private static List<ModelRobustness> rows(String attack, int runs, int... widths) {
    List<ModelRobustness> rows = new ArrayList<>();
    for (int width : widths) {
      for (int run = 0; run < runs; run++) {
        for (double epsilon : AttackProtocol.PAPER_EPSILONS) {
          double accuracy = (0.8 - 0.02 * run) * Math.exp(-60 * epsilon * (1 + width / 8.0));
          rows.add(new ModelRobustness("m", width, run, false, attack, epsilon, 100, accuracy));
        }
      }
    }
    return rows;
  }

  private static PanelGrid grid(Figure figure) {
    return (PanelGrid) figure.drawing();
  }

  @Test
  void eachWidthHasItsOwnLineStyle() {
    var rows = rows("worst case", 3, 0, 1, 2, 4, 8, 16, 32);
    PanelGrid grid = grid(RobustnessFigures.worstCase(rows, PROVENANCE));
    assertThat(grid.panels()).hasSize(1);
    var entries = grid.legend().entries();
    assertThat(entries.stream().map(LegendEntry::label))
        .containsExactly(
            "no retina", "width 1", "width 2", "width 4", "width 8", "width 16", "width 32")
        .inOrder();
    assertThat(entries.stream().map(LegendEntry::line).distinct().count()).isEqualTo(7);
  }

  @Test
  void severalRunsHaveABandAndASingleOneHasNone() {
    var one = grid(RobustnessFigures.worstCase(rows("worst case", 1, 4), PROVENANCE));
    var three = grid(RobustnessFigures.worstCase(rows("worst case", 3, 4), PROVENANCE));
    assertThat(one.panels().get(0).chart().getSeries("band 4")).isNull();
    for (String series : List.of("band 4", "width 4", "zero 4", "break left")) {
      assertThat(three.panels().get(0).chart().getSeries(series)).isNotNull();
    }
  }

  /** Runs of 0.8 and 0.6, of which an attack leaves all, half and a quarter. */
  @Test
  void curvesAreMeansOverRunsAtEachEpsilon() {
    List<ModelRobustness> rows = new ArrayList<>();
    for (int width : new int[] {32, 4}) {
      for (int run = 0; run < 2; run++) {
        double clean = 0.8 - 0.2 * run;
        rows.add(row(width, run, 0, clean));
        rows.add(row(width, run, 0.01, clean / 2));
        rows.add(row(width, run, 0.1, clean / 4));
      }
    }
    XYChart chart = Charts.chart(RobustnessFigures.worstCase(rows, PROVENANCE), 0);
    assertThat(Charts.series(chart))
        .containsExactly(
            "break left",
            "break right",
            "band 4",
            "band 32",
            "width 4",
            "width 32",
            "zero 4",
            "zero 32")
        .inOrder();
    XYSeries line = chart.getSeries("width 4");
    assertThat(Charts.at(line, -2)).isWithin(1e-12).of(0.35);
    assertThat(Charts.at(line, -1)).isWithin(1e-12).of(0.175);
    XYSeries zero = chart.getSeries("zero 4");
    assertThat(zero.getYData()).usingTolerance(1e-12).containsExactly(0.7);
    assertThat(zero.getExtraValues()).usingTolerance(1e-12).containsExactly(0.2 / Math.sqrt(2));
    // Up along mean + s.d., back along mean - s.d.
    assertThat(chart.getSeries("band 4").getYData())
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

  private static ModelRobustness row(int width, int run, double epsilon, double accuracy) {
    return new ModelRobustness("m", width, run, false, "worst case", epsilon, 100, accuracy);
  }

  @Test
  void deadNetworksAreNotDrawn() {
    List<ModelRobustness> dead = new ArrayList<>();
    for (ModelRobustness r : rows("worst case", 1, 1)) {
      dead.add(
          new ModelRobustness(
              r.model(), 1, 0, true, r.attack(), r.epsilon(), r.images(), r.accuracy()));
    }
    assertThrows(
        IllegalArgumentException.class, () -> RobustnessFigures.worstCase(dead, PROVENANCE));
  }

  @Test
  void thereIsAPanelAnAttack() {
    List<ModelRobustness> rows = new ArrayList<>(rows("fgsm", 1, 1, 32));
    rows.addAll(rows("worst case", 1, 1, 32));
    var grid = grid(RobustnessFigures.singleAttacks(rows, PROVENANCE));
    assertThat(grid.panels().stream().map(Panel::heading))
        .containsExactly("fgsm", "worst case")
        .inOrder();
  }

  @Test
  void theCifarFigureHasOursBesideThePublished() {
    Figure figure =
        RobustnessFigures.cifar10(
            rows("worst case", 1, 1, 4, 32),
            2,
            PublishedRobustness.worstCase(2),
            PublishedRobustness.worstCase(4),
            PROVENANCE);
    assertThat(Charts.headings(figure))
        .containsExactly(
            "ours, ventral depth 2",
            "published, ventral depth 2",
            "published, depth 4 (the paper's figure)")
        .inOrder();
    assertThat(Charts.legend(figure))
        .containsExactly("width 1", "width 2", "width 4", "width 8", "width 16", "width 32")
        .inOrder();
    assertThat(Charts.series(Charts.chart(figure, 0))).doesNotContain("width 2");
    // Ten published networks of width 4 and depth 2: their mean at 0.01, by hand from the file.
    assertThat(Charts.at(Charts.chart(figure, 1).getSeries("width 4"), -2))
        .isWithin(1e-6)
        .of(0.22417);
    for (int panel = 0; panel < 3; panel++) {
      assertThat(Charts.chart(figure, panel).getStyler().getYAxisMax())
          .isEqualTo(Charts.chart(figure, 0).getStyler().getYAxisMax());
    }
    assertThat(figure.svg()).contains("<svg");
    assertThat(figure.image().getWidth()).isGreaterThan(1000);
  }

  @Test
  void picturesStandAboveWhatTheAttackMadeOfThem() {
    var grey = Examples.grey(4, 4, 100);
    List<AdversarialPicture> pictures = new ArrayList<>();
    for (double epsilon : new double[] {0.01, 0.1}) {
      pictures.add(new AdversarialPicture("pgd", epsilon, 0, 1, grey, grey, grey, 5));
      pictures.add(new AdversarialPicture("pgd", epsilon, 1, 1, grey, grey, grey, 5));
    }
    Figure figure = RobustnessFigures.pictures(pictures, List.of("fig", "lime"), PROVENANCE);
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
