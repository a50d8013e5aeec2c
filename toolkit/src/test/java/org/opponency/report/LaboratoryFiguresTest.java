package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.opponency.evaluation.CueDecision;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Networks;
import org.opponency.evaluation.Observers;
import org.opponency.report.draw.PanelGrid;
import org.opponency.study.laboratory.HumanResults;
import org.opponency.study.laboratory.SurgeryMean;
import org.opponency.study.laboratory.SurgeryResults;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.ShapeBiasResults;
import org.opponency.surgery.CellGroup;
import org.opponency.surgery.Operation;
import org.opponency.surgery.SurgeryEffect;
import org.opponency.surgery.SurgeryReport;
import org.opponency.surgery.Vitals;

class LaboratoryFiguresTest {
  private static final List<String> ANSWERS = List.of("bear", "cat");

  private static Vitals all(double value) {
    return new Vitals(value, value, Math.abs(value), value, value);
  }

  /** A network whose every operation on a class has an effect, and another on random cells. */
  private static Measured<SurgeryReport> network(
      int width, int run, boolean dead, int luminanceCells, double effect, double sham) {
    List<SurgeryEffect> effects = new ArrayList<>();
    for (CellGroup group : CellGroup.values()) {
      for (Operation operation : Operation.values()) {
        boolean none = group == CellGroup.LUMINANCE_ONLY && luminanceCells == 0;
        effects.add(
            new SurgeryEffect(
                group.label(),
                operation.label(),
                none ? 0 : 2,
                width,
                Double.NaN,
                all(none ? Double.NaN : effect),
                all(none ? Double.NaN : sham),
                none ? "no cell is of the class" : ""));
      }
    }
    return Networks.measured(width, run, dead, new SurgeryReport(all(0.7), 3e-7, effects));
  }

  private static SurgeryResults surgery() {
    return surgery(11);
  }

  private static SurgeryResults surgery(int shams) {
    return new SurgeryResults(
        Examples.provenance(Scale.LAPTOP),
        List.of(
            network(4, 0, false, 0, -0.3, -0.1),
            network(4, 1, false, 2, -0.5, -0.2),
            network(4, 2, true, 2, 0, 0),
            network(8, 0, false, 0, -0.1, Double.NaN)),
        shams);
  }

  @Test
  void meansLeaveOutTheDeadAndThoseWithoutCells() {
    List<SurgeryMean> means = surgery().means();
    assertThat(means).hasSize(18);
    SurgeryMean colour = means.get(0);
    assertThat(colour.width()).isEqualTo(4);
    assertThat(colour.networks()).isEqualTo(2);
    assertThat(colour.accuracy()).isWithin(1e-12).of(-0.4);
    assertThat(colour.accuracySham()).isWithin(1e-12).of(-0.15);
    assertThat(colour.moved()).isWithin(1e-12).of(0.4);
    SurgeryMean luminance =
        means.stream()
            .filter(mean -> mean.group().equals(CellGroup.LUMINANCE_ONLY.label()))
            .findFirst()
            .orElseThrow();
    assertThat(luminance.networks()).isEqualTo(1);
    assertThat(luminance.without()).isEqualTo(1);
    assertThat(luminance.accuracy()).isWithin(1e-12).of(-0.5);
  }

  @Test
  void everyOperationHasARowOfPanelsWithItsNull() {
    Figure figure = LaboratoryFigures.surgery(surgery());
    PanelGrid grid = (PanelGrid) figure.drawing();
    assertThat(grid.panels()).hasSize(12);
    assertThat(grid.columns()).isEqualTo(4);
    assertThat(grid.panels().get(0).heading()).isEqualTo("silenced: accuracy");
    XYChart accuracy = grid.panels().get(0).chart();
    double[] effects = accuracy.getSeries("colour-opponent").getYData();
    assertThat(effects).usingTolerance(1e-12).containsExactly(-0.4, -0.1).inOrder();
    double[] sham = accuracy.getSeries("sham of colour-opponent, width 4").getYData();
    assertThat(sham).usingTolerance(1e-12).containsExactly(-0.15, -0.15);
    // Width 8 has no other cells to draw, and no cell of luminance only.
    assertThat(Charts.series(accuracy)).doesNotContain("sham of colour-opponent, width 8");
    assertThat(accuracy.getSeries("luminance only").getYData()).hasLength(1);
    assertThat(figure.caption()).contains("changes no class probability by more than 3e-07");
    assertThat(figure.caption()).endsWith("Each network: test."); // all of the protocol here
    assertThat(figure.finding())
        .contains("accuracy changes by -50.0 points, that of random cells by -20.0");
    assertThat(figure.stamp()).endsWith("4 networks");
    assertThat(figure.image().getWidth()).isGreaterThan(600);
  }

  /** With one draw nobody knows how far a sham may lie. */
  @Test
  void classesAreRankedOnlyAmongSeveralDraws() {
    Figure one = LaboratoryFigures.surgery(surgery(1));
    assertThat(one.caption()).contains("one draw of random cells a network, no distribution;");
    assertThat(one.caption())
        .contains("(\"crosses the baseline, stimuli normalised\" in figure 2)");
    assertThat(one.finding()).isEmpty();
    Figure several = LaboratoryFigures.surgery(surgery(11));
    assertThat(several.caption()).contains("mean over several draws;");
    assertThat(several.finding()).contains("most beyond its sham");
  }

  /** XChart would put ticks at 0 and at both ends, where it paints none. */
  @Test
  void noPanelHasASingleTickWhereNothingChanges() {
    SurgeryResults nothing =
        new SurgeryResults(
            Examples.provenance(Scale.LAPTOP), List.of(network(4, 0, false, 2, 0, 0)), 1);
    PanelGrid grid = (PanelGrid) LaboratoryFigures.surgery(nothing).drawing();
    var style = grid.panels().get(0).chart().getStyler();
    assertThat(-style.getYAxisMin() - style.getYAxisMax()).isGreaterThan(5e-4);
  }

  private static List<CueDecision> decisions(String who, String... answers) {
    List<CueDecision> decisions = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      decisions.add(new CueDecision(who, "bear" + i + "-cat1", "bear", "cat", answers[i]));
    }
    return decisions;
  }

  private static HumanResults humans() {
    var people = new TreeMap<String, List<CueDecision>>();
    people.put("ann", decisions("ann", "bear", "bear", "bear", "cat"));
    people.put("bob", decisions("bob", "bear", "bear", "cat", "cat"));
    var networks =
        List.of(
            Networks.measured(1, 0, false, decisions("net", "bear", "bear", "cat", "cat")),
            Networks.measured(2, 0, false, decisions("net", "bear", "cat", "cat", "bear")));
    return new HumanResults(
        new ShapeBiasResults(Examples.provenance(Scale.LAPTOP), null, networks, ANSWERS),
        new Observers(people));
  }

  /** The first network is bob, of kappa 1; with ann 3 of 4 agree and 1/2 would by chance. */
  @Test
  void networksStandBesideEachPersonAndTheirCeiling() {
    HumanResults results = humans();
    var first = results.networks().get(0).value();
    assertThat(first.kappa()).isWithin(1e-12).of(0.75);
    assertThat(first.least()).isWithin(1e-12).of(0.5);
    assertThat(first.most()).isWithin(1e-12).of(1);
    assertThat(first.observed()).isWithin(1e-12).of(0.875);
    assertThat(first.people()).isEqualTo(2);
    Figure figure = LaboratoryFigures.humans(results);
    assertThat(figure.data().table().rowCount()).isEqualTo(5); // 2 networks x 2 people, 1 pair
    assertThat(figure.stamp()).contains("2 networks");
    assertThat(figure.caption()).contains("mean over the 2 people");
    assertThat(results.together().fraction()).isEqualTo(5.0 / 8);
    assertThat(figure.image().getWidth()).isGreaterThan(500);
  }
}
