package org.opponency.study.parity;

import static org.opponency.io.Text.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.opponency.models.parity.Precision;
import org.opponency.models.parity.Reading;
import org.opponency.models.parity.Sketch;

/**
 * How well all tensors of one kind agree.
 *
 * @param quantity the kind
 * @param tensors how many there are
 * @param observed worst relative error of ours against PyTorch's of the same precision
 * @param own worst relative error of PyTorch's float32 against its float64
 */
record Agreement(String quantity, int tensors, double observed, double own) {
  /**
   * Compares tensors by name.
   *
   * @throws IllegalStateException if one side has a tensor that the other has not
   */
  static List<Agreement> of(List<GoldenTensor> golden, List<Reading> ours, Precision precision) {
    Map<String, Sketch> readings = new LinkedHashMap<>();
    ours.forEach(r -> readings.put(r.quantity() + " " + r.tensor(), r.sketch()));
    requireSameNames(golden, readings);
    Map<String, Agreement> byQuantity = new LinkedHashMap<>();
    for (GoldenTensor tensor : golden) {
      Sketch reading = readings.get(tensor.quantity() + " " + tensor.tensor());
      Sketch expected = precision == Precision.FLOAT64 ? tensor.float64() : tensor.float32();
      byQuantity.merge(
          tensor.quantity(),
          new Agreement(tensor.quantity(), 1, reading.errorAgainst(expected), tensor.ownError()),
          Agreement::worse);
    }
    return List.copyOf(byQuantity.values());
  }

  private static void requireSameNames(List<GoldenTensor> golden, Map<String, Sketch> readings) {
    TreeSet<String> missing = new TreeSet<>();
    golden.forEach(tensor -> missing.add(tensor.quantity() + " " + tensor.tensor()));
    TreeSet<String> unexpected = new TreeSet<>(readings.keySet());
    unexpected.removeAll(missing);
    missing.removeAll(readings.keySet());
    if (!missing.isEmpty() || !unexpected.isEmpty()) {
      throw new IllegalStateException(
          format(
              "Expected the tensors that PyTorch has; missing %s, unexpected %s",
              missing, unexpected));
    }
  }

  /** Both together; what is no number stays none. */
  static Agreement worse(Agreement a, Agreement b) {
    return new Agreement(
        a.quantity,
        a.tensors + b.tensors,
        Math.max(a.observed, b.observed),
        Math.max(a.own, b.own));
  }

  /** All kinds together. */
  static Agreement worst(List<Agreement> all) {
    return all.stream().reduce(Agreement::worse).orElseThrow();
  }
}
