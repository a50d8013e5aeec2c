package org.opponency.physiology.picture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opponency.physiology.FieldEnergy;

/**
 * Gradients at pictures, each of length 1.
 *
 * @param known (3, side, side) each
 * @param side pixels a side
 * @param silent how many were left out because they had no length
 */
record Gradients(List<double[]> known, int side, int silent) {
  /** Of gradients of any length. */
  static Gradients of(List<float[]> gradients, int side) {
    List<double[]> known = gradients.stream().flatMap(Gradients::unit).toList();
    return new Gradients(known, side, gradients.size() - known.size());
  }

  private static Stream<double[]> unit(float[] gradient) {
    double squares = 0;
    for (float slope : gradient) {
      squares += (double) slope * slope;
    }
    if (!(squares > 0) || Double.isInfinite(squares)) {
      return Stream.empty();
    }
    double length = Math.sqrt(squares);
    return Stream.of(
        IntStream.range(0, gradient.length).mapToDouble(i -> gradient[i] / length).toArray());
  }

  /**
   * What they tell of a field.
   *
   * @param ofOneCell whether they are of the same cell
   */
  EffectiveField field(boolean ofOneCell) {
    if (known.isEmpty()) {
      return EffectiveField.none(silent);
    }
    FieldEnergy energy = energy();
    return new EffectiveField(
        energy.radius(0.5),
        energy.radius(0.9),
        energy.participation(),
        ofOneCell ? constancy() : Double.NaN,
        RadialProfile.surround(rings()),
        known.size(),
        silent);
  }

  /** The profile of {@link StageField#profile}. */
  List<Double> profile() {
    return known.isEmpty() ? List.of() : Arrays.stream(rings()).boxed().toList();
  }

  private double[] rings() {
    FieldEnergy energy = energy();
    return RadialProfile.of(known, side, energy.middle(), energy.radius(0.5));
  }

  private FieldEnergy energy() {
    double[] energies = new double[side * side];
    for (double[] gradient : known) {
      for (int i = 0; i < gradient.length; i++) {
        energies[i % energies.length] += gradient[i] * gradient[i] / known.size();
      }
    }
    return FieldEnergy.of(energies, side);
  }

  private double constancy() {
    return IntStream.range(0, known.get(0).length)
        .mapToDouble(i -> known.stream().mapToDouble(g -> g[i]).average().orElseThrow())
        .map(mean -> mean * mean)
        .sum();
  }
}
