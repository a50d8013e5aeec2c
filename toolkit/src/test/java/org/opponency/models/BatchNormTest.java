package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opponency.engine.Autograd;

/** One channel that sees 1, 2, 3, 6: mean 3, biased variance 3.5, unbiased variance 14 / 3. */
class BatchNormTest {
  private final NDManager manager = NDManager.newBaseManager();
  private final BatchNorm norm = new BatchNorm();
  private Autograd.Mode off;

  @BeforeEach
  void initialise() {
    off = Autograd.off();
    norm.initialize(manager, DataType.FLOAT64, new Shape(2, 1, 1, 2));
  }

  @AfterEach
  void close() {
    off.close();
    manager.close();
  }

  @Test
  void trainingUsesTheBatchAndMovesTheStatisticsByATenth() {
    double[] y = forward(true);
    double sd = Math.sqrt(3.5 + 1e-5);
    double[] centred = {-2, -1, 0, 3};
    for (int i = 0; i < y.length; i++) {
      assertThat(y[i]).isWithin(1e-12).of(centred[i] / sd);
    }
    assertThat(statistic("running_mean")).isWithin(1e-12).of(0.1 * 3);
    assertThat(statistic("running_var")).isWithin(1e-12).of(0.9 + 0.1 * 14 / 3);
    assertThat(norm.batches()).isEqualTo(1);
  }

  @Test
  void evaluationUsesTheStatisticsAndLeavesThem() {
    double[] y = forward(false);
    assertThat(y[3]).isWithin(1e-12).of(6 / Math.sqrt(1 + 1e-5));
    assertThat(statistic("running_mean")).isWithin(0).of(0);
    assertThat(norm.batches()).isEqualTo(0);
  }

  private double[] forward(boolean training) {
    NDArray x = manager.create(new double[] {1, 2, 3, 6}, new Shape(2, 1, 1, 2));
    NDList y = norm.forward(new ParameterStore(manager, false), new NDList(x), training);
    return y.singletonOrThrow().toDoubleArray();
  }

  private double statistic(String name) {
    return norm.getDirectParameters().get(name).getArray().getDouble(0);
  }
}
