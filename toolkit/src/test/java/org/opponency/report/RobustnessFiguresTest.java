package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.attacks.AdversarialPicture;
import org.opponency.attacks.AttackProtocol;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Networks;
import org.opponency.report.chart.RobustnessChart;
import org.opponency.report.draw.ContactSheet;
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
    var one = grid(RobustnessFigures.worstCase(worst(1, 4)));
    var three = grid(RobustnessFigures.worstCase(worst(3, 4)));
    assertThat(one.panels().get(0).chart().getSeries("band 4")).isNull();
    for (String series : List.of("band 4", "width 4", "zero 4", "break left")) {
      assertThat(three.panels().get(0).chart().getSeries(series)).isNotNull();
    }
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
    var grid = new RobustnessChart(panels(curves), 3).grid();
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
  void theCifarFigureHasOursBesideThePublished() {
    Figure figure =
        RobustnessFigures.cifar10(
            new Cifar10Results(PROVENANCE, 2, curves("worst case", 1, false, 1, 4, 32)));
    assertThat(grid(figure).panels()).hasSize(3);
    assertThat(grid(figure).legend().entries()).hasSize(6);
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
    Figure figure =
        RobustnessFigures.pictures(
            new AdversarialPictures(PROVENANCE, pictures, List.of("fig", "lime")));
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
