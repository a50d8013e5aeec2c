package org.opponency.images.batch;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.opponency.images.Box;
import org.opponency.images.GoldenImages;
import org.opponency.images.RgbImage;

class RandomCropTest {
  private static final int DRAWS = 20_000;
  private static final String[] PART = {"left edge", "top edge", "width", "height"};
  private final RandomCrop crop = RandomCrop.imagenet(14);

  @Test
  void drawsAreaUniformlyAndRatioLogUniformly() {
    // Parts this small always fit, so that no try is rejected and the moments are known.
    RandomCrop small = new RandomCrop(14, 0.08, 0.5, 3 / 4.0, 4 / 3.0);
    SummaryStatistics area = new SummaryStatistics();
    SummaryStatistics logRatio = new SummaryStatistics();
    Random random = new Random(1);
    for (int i = 0; i < DRAWS; i++) {
      Box part = small.draw(2000, 2000, random);
      area.addValue(part.width() * part.height() / 4e6);
      logRatio.addValue(Math.log((double) part.width() / part.height()));
    }

    assertThat(area.getMean()).isWithin(0.004).of(0.29);
    assertThat(area.getStandardDeviation()).isWithin(0.003).of(0.42 / Math.sqrt(12));
    assertThat(logRatio.getMean()).isWithin(0.005).of(0);
    assertThat(logRatio.getStandardDeviation())
        .isWithin(0.004)
        .of(2 * Math.log(4 / 3.0) / Math.sqrt(12));
  }

  @Test
  void placesPartsUniformly() {
    Random random = new Random(2);
    SummaryStatistics left = new SummaryStatistics();
    SummaryStatistics top = new SummaryStatistics();
    for (int i = 0; i < DRAWS; i++) {
      Box part = crop.draw(500, 375, random);
      part.mustLieIn(500, 375);
      if (part.width() < 500 && part.height() < 375) {
        left.addValue(part.x() / (500.0 - part.width()));
        top.addValue(part.y() / (375.0 - part.height()));
      }
    }
    assertThat(left.getMean()).isWithin(0.01).of(0.5);
    assertThat(top.getMean()).isWithin(0.01).of(0.5);
    assertThat(top.getMax()).isEqualTo(1.0);
    assertThat(left.getStandardDeviation()).isWithin(0.01).of(1 / Math.sqrt(12));
  }

  /** Shapes of which many tries are rejected, or all of them. */
  @Test
  void drawsPartsWithTorchvisionsMoments() throws IOException {
    for (String line : GoldenImages.lines("random-crop.csv").toList()) {
      String[] fields = line.split(",");
      int width = Integer.parseInt(fields[0]);
      int height = Integer.parseInt(fields[1]);
      SummaryStatistics[] ours = moments(width, height);
      for (int i = 0; i < ours.length; i++) {
        double mean = Double.parseDouble(fields[2 + 2 * i]);
        double deviation = Double.parseDouble(fields[3 + 2 * i]);
        // Both sides have drawn: the s.d. of the difference of the means is a hundredth of one.
        String what = format("%s of %d x %d", PART[i], width, height);
        assertWithMessage("mean %s", what)
            .that(ours[i].getMean())
            .isWithin(0.04 * deviation)
            .of(mean);
        assertWithMessage("s.d. of %s", what)
            .that(ours[i].getStandardDeviation())
            .isWithin(0.05 * deviation)
            .of(deviation);
      }
    }
  }

  private SummaryStatistics[] moments(int width, int height) {
    Random random = new Random(5);
    SummaryStatistics[] moments = new SummaryStatistics[4];
    Arrays.setAll(moments, i -> new SummaryStatistics());
    for (int i = 0; i < DRAWS; i++) {
      Box part = crop.draw(width, height, random);
      moments[0].addValue(part.x());
      moments[1].addValue(part.y());
      moments[2].addValue(part.width());
      moments[3].addValue(part.height());
    }
    return moments;
  }

  @Test
  void fallsBackToTheCentreLikeTorchvision() {
    Random random = new Random(3);

    // No part of at least 8 % with a ratio up to 4/3 is as flat as this image.
    assertThat(crop.draw(1000, 10, random)).isEqualTo(new Box(493, 0, 13, 10));
    assertThat(crop.draw(9, 1000, random)).isEqualTo(new Box(0, 494, 9, 12));
    RandomCrop whole = new RandomCrop(14, 1, 1, 1.2, 1.3);
    assertThat(whole.draw(125, 100, new Random(4))).isEqualTo(Box.of(125, 100));
  }

  @Test
  void isDeterministicAndOfTheRightSize() throws IOException {
    RgbImage image = GoldenImages.picture("resized-none.png");
    RgbImage cropped = crop.apply(image, 5);

    assertThat(cropped.width()).isEqualTo(14);
    assertThat(cropped.height()).isEqualTo(14);
    assertThat(crop.apply(image, 5)).isEqualTo(cropped);
    assertThat(IntStream.range(0, 50).mapToObj(s -> crop.apply(image, s)).distinct().count())
        .isAtLeast(49);
  }

  @Test
  void refusesEmptyRanges() {
    assertThrows(IllegalArgumentException.class, () -> RandomCrop.imagenet(0));
    var e = assertThrows(IllegalArgumentException.class, () -> new RandomCrop(14, 0.5, 0.4, 1, 1));
    assertThat(e).hasMessageThat().endsWith("got 14, 0.5 to 0.4, 1.0 to 1.0");
  }
}
