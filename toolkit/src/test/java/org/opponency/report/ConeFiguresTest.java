package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.Networks;
import org.opponency.physiology.Opponency;
import org.opponency.physiology.cone.ColourPreference;
import org.opponency.physiology.cone.ConeCell;
import org.opponency.physiology.cone.ConeClass;
import org.opponency.physiology.cone.ConeWeights;
import org.opponency.physiology.cone.HueCurves;
import org.opponency.physiology.cone.HueReading;
import org.opponency.physiology.cone.HumanHues;
import org.opponency.physiology.cone.Preference;
import org.opponency.report.draw.Svg;
import org.opponency.report.draw.TileGrid;
import org.opponency.study.laboratory.CellRecords;
import org.opponency.study.laboratory.ConeResults;
import org.opponency.study.laboratory.HueResults;
import org.opponency.study.networks.Provenance;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.WeightOrigin;

class ConeFiguresTest {
  private static final Provenance PROVENANCE = Examples.provenance(Scale.LAPTOP);
  private static final String LAYER = "retina.retina_conv2";

  /** One known cell, one unclear that answers gratings, one silent; a dead network; random ones. */
  private static ConeResults cones() {
    return new ConeResults(
        PROVENANCE,
        List.of(
            network(
                WeightOrigin.TRAINED,
                0,
                false,
                cell(ConeClass.CONE_OPPONENT, Preference.COLOUR),
                cell(ConeClass.UNCLEAR, Preference.LUMINANCE),
                cell(ConeClass.SILENT, Preference.SILENT)),
            network(WeightOrigin.TRAINED, 1, false, cell(ConeClass.UNCLEAR, Preference.LUMINANCE)),
            network(WeightOrigin.TRAINED, 2, true, cell(ConeClass.BOTH, Preference.COLOUR)),
            network(WeightOrigin.RANDOM, 0, false, cell(ConeClass.BOTH, Preference.COLOUR))));
  }

  private static ConeCell cell(ConeClass type, Preference preference) {
    ConeWeights weights = new ConeWeights(0.5, -0.3, 0.2, 0.9);
    return new ConeCell(
        LAYER,
        0,
        type,
        weights,
        weights,
        new ColourPreference(preference, 3, 1, 3, 1, 4, 1, false),
        new HueReading(Opponency.OPPONENT, Opponency.OPPONENT, 0.5));
  }

  private static Measured<CellRecords<ConeCell>> network(
      WeightOrigin weights, int run, boolean dead, ConeCell... cells) {
    return Networks.measured(
        4, run, dead, new CellRecords<>(weights, List.of(cells), ConeCell::layer));
  }

  @Test
  void onlyCellsThatAreDrawnAreCounted() {
    Figure figure = ConeFigures.weights(cones(), LAYER);
    assertThat(figure.stamp()).endsWith("1 trained network · 1 trained cell · 1 random cell");
    assertThat(figure.data().table().rowCount()).isEqualTo(5);
    // Two networks, of which each has a cell that answers gratings; a cell is silent to both.
    assertThat(ConeFigures.classes(cones(), LAYER).stamp())
        .endsWith("2 trained networks · 3 trained cells");
  }

  @Test
  void tableHasThePartsOfTheBarsAsDrawn() {
    Figure figure = ConeFigures.classes(cones(), LAYER);
    assertThat(figure.data().csv().lines().toList())
        .containsExactly(
            "by,networks,width,cells,type,share",
            "cone weights,trained,4,1,L against M,1.0",
            "cone weights,trained,4,1,both,0.0",
            "cone weights,trained,4,1,S against L + M,0.0",
            "cone weights,trained,4,1,no cone against another,0.0",
            "cone weights,random weights,4,1,L against M,0.0",
            "cone weights,random weights,4,1,both,1.0",
            "cone weights,random weights,4,1,S against L + M,0.0",
            "cone weights,random weights,4,1,no cone against another,0.0",
            "colour and luminance,trained,4,3,colour,0.3333333333333333",
            "colour and luminance,trained,4,3,colour-luminance,0.0",
            "colour and luminance,trained,4,3,luminance,0.6666666666666666",
            "colour and luminance,random weights,4,1,colour,1.0",
            "colour and luminance,random weights,4,1,colour-luminance,0.0",
            "colour and luminance,random weights,4,1,luminance,0.0")
        .inOrder();
    TileGrid panels = (TileGrid) figure.drawing();
    // What stands below the bars.
    assertThat(Svg.of(panels.tiles().get(1).drawing())).contains(">3</text>");
    assertThat(Svg.of(panels.tiles().get(0).drawing())).doesNotContain(">3</text>");
  }

  /** Of widths 1, 4 and 32 the second is in no line, and a silent network in no mean. */
  @Test
  void hueDiscriminationCountsTheNetworksOfItsLines() {
    HueResults hues =
        new HueResults(
            PROVENANCE,
            List.of(
                curves(WeightOrigin.TRAINED, 1, 0, false, 1),
                curves(WeightOrigin.TRAINED, 1, 1, false, 0),
                curves(WeightOrigin.TRAINED, 4, 0, false, 1),
                curves(WeightOrigin.TRAINED, 32, 0, false, 1),
                curves(WeightOrigin.TRAINED, 32, 1, true, 1),
                curves(WeightOrigin.RANDOM, 32, 0, false, 1)));
    assertThat(ConeFigures.hueDiscrimination(hues, LAYER).stamp()).endsWith("2 trained networks");
  }

  private static Measured<CellRecords<HueCurves>> curves(
      WeightOrigin weights, int width, int run, boolean dead, double sensitivity) {
    double[] curve =
        IntStream.range(0, HumanHues.ALL.size()).mapToDouble(i -> i * sensitivity).toArray();
    return Networks.measured(
        width,
        run,
        dead,
        new CellRecords<>(weights, List.of(new HueCurves(LAYER, curve, curve)), HueCurves::layer));
  }
}
