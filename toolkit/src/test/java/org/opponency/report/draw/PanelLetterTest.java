package org.opponency.report.draw;

import static com.google.common.truth.Truth.assertThat;

import java.awt.Graphics2D;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

class PanelLetterTest {
  private static final Drawing NOTHING =
      new Drawing() {
        @Override
        public int width() {
          return 40;
        }

        @Override
        public int height() {
          return 20;
        }

        @Override
        public void paint(Graphics2D g) {
          // Only what stands around it counts here.
        }
      };

  private static List<String> letters(Drawing drawing) {
    return Pattern.compile(">([a-z])<")
        .matcher(Svg.of(drawing))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void gridsWithinAGridGoOnWhereItIs() {
    Tile one = new Tile("One", NOTHING);
    TileGrid small = TileGrid.of(List.of(one, one, one), 3);
    assertThat(letters(small)).containsExactly("a", "b", "c").inOrder();
    assertThat(letters(TileGrid.of(List.of(one, new Tile("", small)), 1)))
        .containsExactly("a", "b", "c", "d")
        .inOrder();
    assertThat(letters(TileGrid.of(List.of(one), 1))).isEmpty();
  }

  @Test
  void headingOfPanelsLeavesTheLettersToThem() {
    XYChart chart = new XYChartBuilder().width(60).height(40).build();
    chart.addSeries("one", new double[] {0, 1}, new double[] {0, 1});
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
    Panel panel = new Panel("", chart);
    var panels = new PanelGrid(List.of(panel, panel), 2, "across", "up", new Legend(List.of()));
    Tile row = new Tile("Row", panels);
    assertThat(letters(TileGrid.of(List.of(row, row), 1)))
        .containsExactly("a", "b", "c", "d")
        .inOrder();
  }
}
