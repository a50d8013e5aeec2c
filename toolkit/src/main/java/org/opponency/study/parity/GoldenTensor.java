package org.opponency.study.parity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    try (InputStream in = GoldenTensor.class.getResourceAsStream(name + ".csv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(GoldenTensor::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the golden values of " + name, e);
    }
  }

  /** Fields: quantity, tensor, norm, three projections, what float32 adds to each of the three. */
  private static GoldenTensor parse(String line) {
    String[] fields = line.split(",");
    double[] n = new double[fields.length];
    for (int i = 2; i < n.length; i++) {
      n[i] = Double.parseDouble(fields[i]);
    }
    Sketch float64 = new Sketch(n[2], n[3], n[4], n[5]);
    Sketch float32 = new Sketch(n[2], n[3] + n[6], n[4] + n[7], n[5] + n[8]);
    return new GoldenTensor(fields[0], fields[1], float64, float32);
  }

  /** How far PyTorch's float32 is from its float64. */
  double ownError() {
    return float32.errorAgainst(float64);
  }
}
