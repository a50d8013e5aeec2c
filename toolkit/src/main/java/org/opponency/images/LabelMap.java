package org.opponency.images;

import static org.opponency.io.Text.format;

import java.util.List;
import org.opponency.io.Sha256;

/**
 * How probabilities over one space become those over another.
 *
 * @param from what a network answers with
 * @param to what is asked for
 * @param members for each label of {@code to}, the labels of {@code from} whose mean it is
 * @param normalised whether the results are made to sum to one
 */
public record LabelMap(
    LabelSpace from, LabelSpace to, List<List<Integer>> members, boolean normalised) {
  /** How far from one a sum of float probabilities may be. */
  private static final double TOLERANCE = 1e-3;

  /** Copies the lists; refuses labels without members. */
  public LabelMap {
    members = members.stream().map(List::copyOf).toList();
    if (members.size() != to.size() || members.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException(
          format(
              "Expected members for each of the %d labels of %s, got %s",
              to.size(), to.name(), members));
    }
  }

  /**
   * Probabilities over {@link #to}.
   *
   * @param probabilities over {@link #from}, summing to one
   * @throws IllegalArgumentException if there are more or fewer than {@code from} has labels, or if
   *     they are not probabilities
   */
  public double[] apply(float[] probabilities) {
    check(probabilities);
    double[] mapped = members.stream().mapToDouble(m -> mean(m, probabilities)).toArray();
    return normalised ? shares(mapped) : mapped;
  }

  /**
   * Whether results are to sum to one, but all that they are made of is too small for a float. Then
   * {@link #applyToLogits} still tells them apart.
   *
   * @throws IllegalArgumentException as {@link #apply} does
   */
  public boolean vanish(float[] probabilities) {
    check(probabilities);
    return normalised
        && members.stream().flatMap(List::stream).allMatch(member -> probabilities[member] == 0);
  }

  /**
   * As {@link #apply} to the softmax of logits, as if it were exact, made to sum to one.
   *
   * @param logits over {@link #from}
   */
  public double[] applyToLogits(float[] logits) {
    double largest =
        members.stream().flatMap(List::stream).mapToDouble(m -> logits[m]).max().orElseThrow();
    return shares(
        members.stream()
            .mapToDouble(
                group ->
                    group.stream().mapToDouble(m -> Math.exp(logits[m] - largest)).sum()
                        / group.size())
            .toArray());
  }

  private static double[] shares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= sum;
    }
    return values;
  }

  /** Says in one line what is answered with what; differs whenever the results may. */
  public String digest() {
    String sum =
        new Sha256()
            .add(String.join("\n", from.labels()))
            .add(String.join("\n", to.labels()))
            .add(members.toString())
            .hex();
    return format(
        "%d labels of %s out of %d of %s%s, %s",
        to.size(),
        to.name(),
        from.size(),
        from.name(),
        normalised ? ", softmax over these alone" : "",
        sum.substring(0, 12));
  }

  private static double mean(List<Integer> members, float[] probabilities) {
    double sum = 0;
    for (int member : members) {
      sum += probabilities[member];
    }
    return sum / members.size();
  }

  private void check(float[] probabilities) {
    if (probabilities.length != from.size()) {
      throw new IllegalArgumentException(
          format(
              "The network gives %d probabilities, but its class list %s has %d labels; give the list of its own classes",
              probabilities.length, from.name(), from.size()));
    }
    double sum = 0;
    for (float p : probabilities) {
      sum += p >= 0 ? p : Double.NaN;
    }
    if (!(Math.abs(sum - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException(
          format(
              "Expected probabilities of at least 0 that sum to 1, got %d that sum to %s; logits need a softmax first",
              probabilities.length, sum));
    }
  }

  /**
   * Labels in {@link #to} of a set's classes.
   *
   * @return an index into {@code to} a class, -1 where it is not part of it
   */
  public int[] labels(List<String> classes) {
    return classes.stream().mapToInt(to.labels()::indexOf).toArray();
  }
}
