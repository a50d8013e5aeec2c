package org.opponency.study.parity;

import java.util.List;
import org.opponency.io.Csv;
import org.opponency.models.parity.Sketch;

/**
 * A tensor as PyTorch made it, from a file that {@code environment/golden/models.py} wrote.
 *
 * @param quantity what kind of tensor
 * @param tensor its name
 * @param float64 as computed in double precision
 * @param float32 as computed in single precision
 */
record GoldenTensor(String quantity, String tensor, Sketch float64, Sketch float32) {
  /** All tensors of one file. */
  static List<GoldenTensor> read(String name) {
    return Csv.beside(GoldenTensor.class, name + ".csv").rows().stream()
        .map(GoldenTensor::of)
        .toList();
  }

  /** Fields: quantity, tensor, norm, three projections, what float32 adds to each of the three. */
  private static GoldenTensor of(List<String> fields) {
    double[] n = new double[fields.size()];
    for (int i = 2; i < n.length; i++) {
      n[i] = Double.parseDouble(fields.get(i));
    }
    Sketch float64 = new Sketch(n[2], n[3], n[4], n[5]);
    Sketch float32 = new Sketch(n[2], n[3] + n[6], n[4] + n[7], n[5] + n[8]);
    return new GoldenTensor(fields.get(0), fields.get(1), float64, float32);
  }

  /** How far PyTorch's float32 is from its float64. */
  double ownError() {
    return float32.errorAgainst(float64);
  }
}
