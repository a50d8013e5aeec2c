package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;
import static org.opponency.io.Text.format;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opponency.images.Lab;
import org.opponency.report.chart.ColourPlane;
import org.opponency.report.chart.FruitGrid;
import org.opponency.report.draw.Svg;
import org.opponency.study.Provenance;
import org.opponency.study.Scale;
import org.opponency.study.analysis.FruitColour;
import org.opponency.study.analysis.FruitStimulus;
import org.opponency.superstimuli.SuperStimulus;

class SuperStimulusFiguresTest {
  private static final Provenance HERE = Examples.provenance(Scale.LAPTOP);

  /** Width 1 has a dead run and a live one. */
  private static final List<FruitStimulus> STIMULI =
      Stream.of(model(1, 0, true), model(1, 1, false), model(32, 0, false))
          .flatMap(List::stream)
          .toList();

  @Test
  void gridShowsTheFirstLiveNetworkOfEachWidth() {
    FruitGrid grid = FruitGrid.of(STIMULI);
    assertThat(grid.rows()).hasSize(2);
    assertThat(grid.rows().get(0).stream().map(s -> s.row().run())).containsExactly(1, 1);
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
    assertThat(Svg.of(FruitGrid.of(model(1, 0, true)))).contains(">run 0, dead</text>");
  }

  @Test
  void figuresKeepAllRows() {
    Figure figure = SuperStimulusFigures.fruits(STIMULI, HERE);
    assertThat(figure.stem()).isEqualTo("figure-03-super-stimuli");
    assertThat(Charts.texts(figure))
        .containsAtLeast("lemon", "fig", "width 1", "run 1", "width 32", "run 0")
        .inOrder();
    assertThat(figure.data().table().rowCount()).isEqualTo(6);
    assertThat(Charts.csv(figure, 2).get(1)).startsWith("\"width 1, run 0\",1,0,true,lemon,0.25,");
    assertThat(SuperStimulusFigures.colours(STIMULI, HERE).data().csv())
        .isEqualTo(figure.data().csv());
  }

  @Test
  void colourPlaneHasAPanelAWidth() {
    String svg = SuperStimulusFigures.colours(STIMULI, HERE).svg();
    assertThat(svg).contains(">width 1</text>");
    assertThat(svg).contains(">width 32</text>");
    var one = new ColourPlane(model(1, 0, false));
    assertThat(new ColourPlane(STIMULI).width()).isGreaterThan(2 * one.width() - 40);
  }

  @Test
  void picturesOnTheWayStandInRows() {
    var saved =
        Stream.of("up", "down").flatMap(o -> Stream.of(0, 8).map(step -> saved(o, step))).toList();
    Figure figure = SuperStimulusFigures.onTheWay(saved, List.of("up", "down"), HERE);
    var sheet = (ContactSheet) figure.drawing();
    assertThat(sheet.columns()).isEqualTo(2);
    assertThat(sheet.captions()).containsAtLeast("step 0: 0.00", "step 8: 4.00");
    assertThat(figure.data().csv()).contains("down,8,4");
  }

  private static SuperStimulus saved(String objective, int step) {
    return new SuperStimulus(objective, step, step / 2.0, Examples.grey(4, 4, 9));
  }

  private static List<FruitStimulus> model(int width, int run, boolean dead) {
    return List.of(
        fruit("lemon", width, run, dead, 30), fruit("fig", width, run, dead, Double.NaN));
  }

  private static FruitStimulus fruit(
      String name, int width, int run, boolean dead, double distance) {
    String model = format("width %d, run %d", width, run);
    var row = new FruitColour(model, width, run, dead, name, .25, 90, 9, 60, 20, distance, 50);
    return new FruitStimulus(Examples.grey(4, 4, 100), new Lab(50, 0, 9), new Lab(50, 10, 17), row);
  }
}
