package org.opponency.report.chart;

import static com.google.common.truth.Truth.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.opponency.report.draw.ChartStyle;

class WidthStyleTest {
  private static final List<WidthStyle> ALL =
      List.of(0, 1, 2, 4, 8, 16, 32).stream().map(WidthStyle::of).toList();

  @Test
  void coloursGoFromVioletToGreenInEqualStepsOfDoublings() {
    assertThat(WidthStyle.of(1).colour()).isEqualTo(new Color(0x440154));
    assertThat(WidthStyle.of(32).colour()).isEqualTo(new Color(0x6ece58));
    assertThat(WidthStyle.of(4).colour()).isEqualTo(ChartStyle.viridis(0.4));
  }

  @Test
  void networksWithoutARetinaHaveABroadGreyLine() {
    WidthStyle none = WidthStyle.of(0);
    assertThat(none.name()).isEqualTo("no retina");
    assertThat(none.colour()).isEqualTo(ChartStyle.GREY);
    assertThat(none.line().getDashArray()).isNull();
    for (WidthStyle width : ALL.subList(1, 7)) {
      assertThat(none.line().getLineWidth()).isGreaterThan(width.line().getLineWidth());
    }
  }

  @Test
  void noTwoWidthsLookAlike() {
    assertThat(ALL.stream().map(WidthStyle::colour).distinct().count()).isEqualTo(7);
    assertThat(ALL.stream().map(WidthStyle::line).distinct().count()).isEqualTo(7);
    assertThat(ALL.stream().map(WidthStyle::name).distinct().count()).isEqualTo(7);
  }

  @Test
  void linesGoStraightThroughTheirPoints() {
    var chart = new XYChart(100, 100);
    WidthStyle.of(2).addLine(chart, new double[] {0, 10, 30}, new double[] {1, 0, 0.5});
    var line = chart.getSeries("width 2");
    double[] x = line.getXData();
    double[] y = line.getYData();
    assertThat(x[x.length - 1]).isEqualTo(30.0);
    for (int i = 0; i < x.length; i++) {
      double expected = x[i] <= 10 ? 1 - x[i] / 10 : (x[i] - 10) / 40;
      assertThat(y[i]).isWithin(1e-12).of(expected);
    }
    assertThat(DoubleStream.of(x).filter(place -> place == 10).count()).isEqualTo(1);
  }

  @Test
  void aSinglePointIsALineToo() {
    var chart = new XYChart(100, 100);
    WidthStyle.of(2).addLine(chart, new double[] {3}, new double[] {1});
    assertThat(chart.getSeries("width 2").getXData()).isEqualTo(new double[] {3});
  }
}
