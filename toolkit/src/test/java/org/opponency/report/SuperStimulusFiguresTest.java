package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Networks;
import org.opponency.images.Lab;
import org.opponency.report.chart.ColourPlane;
import org.opponency.report.chart.FruitGrid;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.Svg;
import org.opponency.study.networks.Provenance;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.FruitColour;
import org.opponency.study.results.FruitStimulus;
import org.opponency.study.results.SuperStimulusResults;
import org.opponency.superstimuli.SuperStimulus;

class SuperStimulusFiguresTest {
  private static final Provenance HERE = Examples.provenance(Scale.LAPTOP);

  /** Width 1 has a dead run and a live one. */
  private static final SuperStimulusResults STIMULI =
      results(List.of(model(1, 0, true), model(1, 1, false), model(32, 0, false)));

  @Test
  void gridShowsTheFirstLiveNetworkOfEachWidth() {
    FruitGrid grid = FruitGrid.of(STIMULI.networks());
    assertThat(grid.rows()).hasSize(2);
    assertThat(grid.rows().get(0).network().run()).isEqualTo(1);
    String svg = Svg.of(grid);
    for (String text : List.of("lemon", "fig", "width 1", "run 1", "width 32", "p = 25.0 %")) {
      assertThat(svg).contains(">" + text + "</text>");
    }
    assertThat(svg).contains(">30° apart</text>");
    assertThat(svg).contains(">too grey</text>");
    assertThat(svg).doesNotContain("dead");
  }

  @Test
  void widthWithoutALiveNetworkSaysSo() {
    assertThat(Svg.of(FruitGrid.of(List.of(model(1, 0, true))))).contains(">run 0, dead</text>");
  }

  @Test
  void figuresKeepAllRows() {
    Figure figure = SuperStimulusFigures.fruits(STIMULI);
    assertThat(figure.stem()).isEqualTo("figure-03-super-stimuli");
    assertThat(Charts.texts(figure))
        .containsAtLeast("lemon", "fig", "width 1", "run 1", "width 32", "run 0")
        .inOrder();
    assertThat(figure.data().table().rowCount()).isEqualTo(6);
    assertThat(Charts.csv(figure, 2).get(1)).startsWith("\"width 1, run 0\",1,0,true,lemon,0.25,");
    assertThat(SuperStimulusFigures.colours(STIMULI).data().csv()).isEqualTo(figure.data().csv());
  }

  @Test
  void colourPlaneHasAPanelAWidth() {
    String svg = SuperStimulusFigures.colours(STIMULI).svg();
    assertThat(svg).contains(">width 1</text>");
    assertThat(svg).contains(">width 32</text>");
    Drawing one = SuperStimulusFigures.colours(results(List.of(model(1, 0, false)))).drawing();
    assertThat(SuperStimulusFigures.colours(STIMULI).drawing().width())
        .isGreaterThan(2 * one.width());
  }

  @Test
  void nobodyKnowsWhereFruitsAreInPhotographs() {
    assertThat(SuperStimulusFigures.fruits(STIMULI).caption()).contains("fruit's own pixels");
    Provenance p = STIMULI.provenance();
    var photographs =
        new Provenance(
            p.origin(),
            p.computedBy(),
            p.scale(),
            p.seed(),
            new Provenance.Data("photographs 32 px", "ff"),
            p.protocol(),
            p.date(),
            p.figures());
    var seen = new SuperStimulusResults(photographs, STIMULI.networks());
    assertThat(SuperStimulusFigures.fruits(seen).caption()).contains("class's whole pictures");
    assertThat(SuperStimulusFigures.colours(seen).svg()).contains(">the class's whole pictures<");
  }

  /** Fruits of nearly one colour: their names stand a line apart. */
  @Test
  void namesOfFruitsDoNotLieOverEachOther() {
    String svg = SuperStimulusFigures.colours(STIMULI).svg();
    double[] lines =
        Pattern.compile("<text[^>]* y=\"([0-9.]+)\"[^>]*>(lemon|fig|[a-z ]*)</text>")
            .matcher(svg)
            .results()
            .filter(text -> List.of("lemon", "fig").contains(text.group(2)))
            .mapToDouble(text -> Double.parseDouble(text.group(1)))
            .toArray();
    assertThat(lines).hasLength(4);
    assertThat(Math.abs(lines[0] - lines[1])).isAtLeast(11.9);
  }

  /** Green by a hair, two squares at its left and one at its right: an orange is named there. */
  @Test
  void namesOfFruitsStandWhereFewerSquaresAreInTheWay() {
    List<FruitStimulus> fruits =
        List.of(
            fruit("orange", new Lab(50, -1, 40), 30),
            fruit("lemon", new Lab(50, -20, 40), 30),
            fruit("lime", new Lab(50, -10, 41), 30),
            fruit("fig", new Lab(50, 10, 39), 30));
    String svg = Svg.of(new ColourPlane(fruits, 60));
    assertThat(textX(svg, "orange")).isGreaterThan(170.0); // the middle
    assertThat(textX(svg, "lime")).isLessThan(170.0);
    // Strokes, in a white rim of their own width, lie above all squares.
    assertThat(svg.lastIndexOf("<rect height=\"9\"")).isLessThan(svg.indexOf("stroke-width:2.6"));
  }

  private static double textX(String svg, String text) {
    var found = Pattern.compile("<text[^>]* x=\"([0-9.]+)\"[^>]*>" + text + "</text>").matcher(svg);
    assertThat(found.find()).isTrue();
    return Double.parseDouble(found.group(1));
  }

  @Test
  void picturesOnTheWayStandInRows() {
    var saved =
        Stream.of("up", "down").flatMap(o -> Stream.of(0, 8).map(step -> saved(o, step))).toList();
    Figure figure = SuperStimulusFigures.onTheWay("lemon", saved, List.of("up", "down"), HERE);
    var sheet = (ContactSheet) figure.drawing();
    assertThat(sheet.columns()).isEqualTo(2);
    assertThat(sheet.captions()).containsAtLeast("step 0: 0.00", "step 8: 4.00");
    assertThat(figure.data().csv()).contains("down,8,4");
    assertThat(figure.caption()).contains("Down: minus this logit.");
  }

  private static SuperStimulus saved(String objective, int step) {
    return new SuperStimulus(objective, step, step / 2.0, Examples.grey(4, 4, 9));
  }

  private static SuperStimulusResults results(List<Measured<List<FruitStimulus>>> networks) {
    return new SuperStimulusResults(HERE, networks);
  }

  private static Measured<List<FruitStimulus>> model(int width, int run, boolean dead) {
    return Networks.measured(
        width, run, dead, List.of(fruit("lemon", 30), fruit("fig", Double.NaN)));
  }

  private static FruitStimulus fruit(String name, double distance) {
    return fruit(name, new Lab(50, 10, 17), distance);
  }

  private static FruitStimulus fruit(String name, Lab pictures, double distance) {
    var colour = new FruitColour(name, .25, 90, 9, 60, 20, distance, 50);
    return new FruitStimulus(Examples.grey(4, 4, 100), new Lab(50, 0, 9), pictures, colour);
  }
}
