package org.opponency.models;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.opponency.engine.Compute;
import org.opponency.engine.HostTensor;
import org.opponency.io.Seed;

/**
 * A sham operation: the space of the bottleneck's cells is rotated, and the first layer of the
 * ventral stream, which alone reads it, is rotated back. Each cell becomes a mixture of all, yet
 * nothing that the network says may change but by rounding. That is float64's here: float32's, some
 * 1e-6 of a probability after a few dozen layers, would hide what is looked for.
 */
final class BottleneckRotation {
  private BottleneckRotation() {}

  /** A float64 network of its own that is rotated, and whose ventral stream undoes it; close it. */
  static Network of(Network network, long seed) {
    network.requireBottleneck();
    int cells = network.architecture().width();
    RealMatrix rotation = drawn(cells, Seed.random(seed, cells));
    double[] rows = new double[cells * cells];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = rotation.getEntry(i / cells, i % cells);
    }
    return Network.restored(
            network.architecture(),
            undone(network.state(), rotation),
            DataType.FLOAT64,
            Compute.device())
        .owning(new Surgery.Rotated(cells, rows));
  }

  /** Uniform among rotations and reflections: QR of Gaussian numbers. */
  private static RealMatrix drawn(int cells, Random random) {
    RealMatrix gaussian = new Array2DRowRealMatrix(cells, cells);
    for (int i = 0; i < cells * cells; i++) {
      gaussian.setEntry(i / cells, i % cells, random.nextGaussian());
    }
    return new QRDecomposition(gaussian).getQ();
  }

  private static Map<String, HostTensor> undone(Map<String, HostTensor> state, RealMatrix q) {
    String first =
        state.keySet().stream()
            .filter(name -> name.startsWith("ventral.") && name.endsWith(".weight"))
            .findFirst()
            .orElseThrow();
    Map<String, HostTensor> changed = new LinkedHashMap<>(state);
    changed.put(first, undone(first, state.get(first), q));
    return changed;
  }

  /** Weights (out, cells, ...), or (out, cells times places): each row times the inverse. */
  private static HostTensor undone(String name, HostTensor weights, RealMatrix q) {
    if (weights.type() != DataType.FLOAT32) {
      throw new IllegalArgumentException(
          format("Expected float32 weights, got %s of %s", weights.type(), name));
    }
    FloatBuffer old = weights.data().asFloatBuffer();
    int cells = q.getRowDimension();
    int out = (int) weights.shape()[0];
    int places = old.limit() / out / cells;
    double[] values = new double[old.limit()];
    for (int i = 0; i < values.length; i++) {
      int place = i % places;
      int cell = i / places % cells;
      int row = i / places / cells;
      double sum = 0;
      for (int c = 0; c < cells; c++) {
        sum += old.get((row * cells + c) * places + place) * q.getEntry(cell, c);
      }
      values[i] = sum;
    }
    return doubles(values, weights.shape());
  }

  private static HostTensor doubles(double[] values, long[] shape) {
    ByteBuffer data =
        ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    data.asDoubleBuffer().put(values);
    return new HostTensor(DataType.FLOAT64, shape, data);
  }
}
