package org.opponency.report.chart;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.models.LayerSummary;
import org.opponency.report.Charts;
import org.opponency.report.Examples;
import org.opponency.report.Figures;
import org.opponency.report.draw.Svg;
import org.opponency.study.networks.Scale;

class ArchitectureDiagramTest {
  private static final List<LayerSummary> LAYERS =
      List.of(
          new LayerSummary("retina.retina_conv1", "Conv2d 7x7", new long[] {32, 32, 32}, 4736),
          new LayerSummary("retina.retina_conv2", "Conv2d 7x7", new long[] {4, 32, 32}, 6276),
          new LayerSummary("ventral.layer1", "1 block", new long[] {64, 8, 8}, 20736),
          new LayerSummary("ventral.fc", "Linear", new long[] {10}, 650));

  @Test
  void svgNamesLayersShapesAndParameters() {
    // Of 32,500 parameters 102 are of layers that are not drawn; they count for the last group.
    String svg = Svg.of(ArchitectureDiagram.of(Examples.grey(32, 32, 9), LAYERS, 32_500));
    for (String text :
        List.of(
            "retina_conv2",
            "Conv2d 7x7",
            "4 × 32 × 32",
            "6,276",
            "3 × 32 × 32",
            "bottleneck",
            "retina: 11,012 parameters",
            "ventral: 21,488 parameters")) {
      assertThat(svg).contains(">" + text + "</text>");
    }
    assertThat(svg).contains("<image ");
  }

  @Test
  void figureHasTheLayersAsItsData() {
    var figure =
        Figures.architecture(
            Examples.grey(8, 8, 9), LAYERS, 32_500, Examples.provenance(Scale.LAPTOP));
    assertThat(figure.stamp()).endsWith("32,500 parameters");
    assertThat(Charts.texts(figure))
        .containsAtLeast("image", "retina_conv1", "retina_conv2", "layer1", "fc")
        .inOrder();
    assertThat(Charts.texts(figure)).containsAtLeast("bottleneck", "retina_conv2").inOrder();
    assertThat(figure.data().table().rowCount()).isEqualTo(4);
    assertThat(figure.data().table().stringColumn("outputShape").get(1)).isEqualTo("4 × 32 × 32");
  }

  @Test
  void anEmptyNetworkIsRefused() {
    var image = Examples.grey(8, 8, 9);
    assertThrows(IllegalArgumentException.class, () -> ArchitectureDiagram.of(image, List.of(), 0));
  }
}
