package org.opponency.report.chart;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opponency.report.draw.Svg;

class HistogramTest {
  @Test
  void everyValueIsCountedOnce() {
    int[] counts = new Histogram(100, 30, new double[] {0, 0.001, 12, 23.99, 24}).counts();
    assertThat(IntStream.of(counts).sum()).isEqualTo(5);
    assertThat(counts[0]).isEqualTo(2);
    assertThat(counts[12]).isEqualTo(1);
    assertThat(counts[counts.length - 1]).isEqualTo(2);
  }

  @Test
  void valuesAllAlikeStandInTheMiddle() {
    Histogram alike = new Histogram(100, 30, new double[] {3, 3});
    assertThat(alike.counts()[12]).isEqualTo(2);
    assertThat(Svg.of(alike)).contains("<svg");
  }

  @Test
  void whatHasNoPlaceIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Histogram(100, 30, new double[] {Double.POSITIVE_INFINITY}));
    assertThrows(IllegalArgumentException.class, () -> new Histogram(100, 30, new double[0]));
  }
}
