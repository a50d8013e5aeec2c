package org.opponency.evaluation;

import static com.google.common.truth.Truth.assertThat;
import static org.opponency.io.Text.format;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankTestTest {
  private static double[] numbers(String text) {
    return Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  /** Each network of a width of its own, so that there is one stratum. */
  private static ByWidth spread(double[] tight, double[] wide) {
    ByWidth all = new ByWidth("m", List.of());
    for (int i = 0; i < tight.length; i++) {
      all = Samples.and(all, Samples.of(i + 1, tight[i]));
    }
    for (int i = 0; i < wide.length; i++) {
      all = Samples.and(all, Samples.of(100 + i, wide[i]));
    }
    return all;
  }

  @Test
  void agreesWithSciPy() {
    for (List<String> row : GoldenTables.table("tests.csv").rows()) {
      RankTest test = spread(numbers(row.get(0)), numbers(row.get(1))).below(100);
      assertThat(test.pHigher()).isWithin(0.006).of(Double.parseDouble(row.get(9)));
      ByWidth two =
          Samples.and(Samples.of(1, numbers(row.get(0))), Samples.of(2, numbers(row.get(1))));
      assertThat(two.pDiffer()).isWithin(0.006).of(Double.parseDouble(row.get(10)));
    }
  }

  /**
   * By hand: two strata of widths 1, 2, 4, of which 1 lies below 2. It is the largest in both: one
   * arrangement out of three in each, one of nine in both.
   */
  @Test
  void strataArePermutedByThemselves() {
    ByWidth runs =
        Samples.and(Samples.and(Samples.of(1, 3, 30), Samples.of(2, 1, 20)), Samples.of(4, 2, 10));
    RankTest test = runs.below(2);
    assertThat(test.leastP()).isWithin(1e-12).of(1.0 / 9);
    assertThat(test.pHigher()).isWithin(0.005).of(1.0 / 9);
    assertThat(test.pLower()).isWithin(1e-12).of(1);
    assertThat(test.networks()).isEqualTo(6);
    // Of eight pairs of width 1 and another width 3 is below 10 and 20.
    assertThat(test.effect()).isWithin(1e-12).of(4.0 / 8);
  }

  @Test
  void networksWithoutARetinaAreNotTight() {
    ByWidth runs = Samples.and(Samples.of(1, 3, 30), Samples.of(2, 1, 20));
    assertThat(Samples.and(Samples.of(0, 0.5, 0.6), runs).below(2)).isEqualTo(runs.below(2));
  }

  /** The run that came late has a tenth of the accuracy: ranks do not see how far it is off. */
  @Test
  void oneLateRunDoesNotDecide() {
    double[] wide = {
      0.75, 0.76, 0.77, 0.755, 0.765, 0.775, 0.752, 0.762, 0.772, 0.751, 0.761, 0.771
    };
    RankTest late = spread(new double[] {0.70, 0.71, 0.07, 0.72, 0.73, 0.705}, wide).below(100);
    RankTest plain = spread(new double[] {0.70, 0.71, 0.69, 0.72, 0.73, 0.705}, wide).below(100);
    assertThat(late).isEqualTo(plain);
    assertThat(late.pLower()).isLessThan(0.001);
  }

  @Test
  void oneSideAloneTellsNothing() {
    assertThat(Samples.of(1, 1, 2, 3).below(4).pHigher()).isNaN();
    assertThat(Samples.of(8, 1, 2, 3).below(4).effect()).isNaN();
    assertThat(Samples.of(8, 1, 2, 3).pDiffer()).isNaN();
    assertThat(Samples.and(Samples.of(8, 1), Samples.of(1, 2)).pDiffer()).isNaN();
  }

  /** By the study's runs of each width; printed. */
  @Test
  void levelIsKeptAndADropIsFound() {
    double size = share(40, samples -> drop(samples, 0).pLower() < 0.05);
    double power = share(40, samples -> drop(samples, 2).pLower() < 0.05);
    System.out.println(
        format("below width 4: size %.2f, power %.2f of a drop by two s.d.", size, power));
    assertThat(size).isAtMost(0.15); // 5 %, 3 s.d. of 40 trials are 10 points
    assertThat(power).isAtLeast(0.9);
  }

  private static RankTest drop(Samples samples, double by) {
    ByWidth runs = samples.normal(1, 8, -by, 1);
    runs = Samples.and(runs, samples.normal(2, 6, -by, 1));
    runs = Samples.and(runs, samples.normal(4, 4, 0, 1));
    for (int width : new int[] {8, 16, 32}) {
      runs = Samples.and(runs, samples.normal(width, 3, 0, 1));
    }
    return runs.below(4);
  }

  private static double share(int trials, Predicate<Samples> held) {
    return IntStream.range(0, trials).filter(seed -> held.test(new Samples(seed))).count()
        / (double) trials;
  }
}
