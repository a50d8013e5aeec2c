package org.opponency.attacks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.opponency.models.Recording;

/**
 * Walks to the nearest boundary of the network as if it were linear, until the decision is wrong.
 * It runs once an image; for each epsilon its perturbation is shortened. As Foolbox 3.3 does it:
 * candidates are ranked once, by the clean image's logits; differences are taken from its highest
 * logit, not from the label's; 1e-4 is added to every distance; an image whose decision is wrong is
 * left as it is. A step takes one forward pass for all candidates and a backward pass for each.
 *
 * @param steps at most so many
 * @param candidates classes considered, at least 2, the decision among them
 * @param overshoot how much further than to the boundary, a share of the way
 */
record DeepFool(Norm norm, int steps, int candidates, double overshoot) implements Attack {
  private static final double MARGIN = 1e-4;

  @Override
  public String name() {
    return "deepfool" + norm.suffix();
  }

  @Override
  public int gradientsPerImage() {
    return steps * (candidates - 1);
  }

  @Override
  public NDArray prepare(AttackBatch batch) {
    Logits clean = batch.logits();
    List<int[]> ranking =
        IntStream.range(0, clean.rows()).mapToObj(i -> clean.ranking(i, candidates)).toList();
    NDArray x = batch.pixels().duplicate();
    try (NDArray way = x.zerosLike()) {
      boolean goesOn = true;
      for (int i = 0; i < steps && goesOn; i++) {
        goesOn = advance(batch, ranking, x, way);
      }
    }
    return x;
  }

  /** Takes one step, in place; false if every decision was wrong already. */
  private boolean advance(AttackBatch batch, List<int[]> ranking, NDArray x, NDArray way) {
    try (NDManager scope = x.getManager().newSubManager()) {
      scope.tempAttachAll(x, way);
      try (Recording pass = batch.record(x)) {
        Logits logits = batch.logits(pass.logits());
        boolean[] wrong = batch.wrong(logits);
        if (IntStream.range(0, batch.size()).allMatch(i -> wrong[i])) {
          return false;
        }
        way.addi(nearest(batch, ranking, pass, logits));
        NDArray moved = way.mul(1 + overshoot).add(batch.pixels()).clip(0, 1);
        choose(staying(x, wrong), x, moved).copyTo(x);
        return true;
      }
    }
  }

  private static NDArray staying(NDArray x, boolean[] wrong) {
    return x.getManager().create(wrong, new Shape(wrong.length, 1, 1, 1));
  }

  /** The step to the boundary that is nearest to each image. */
  private NDArray nearest(AttackBatch batch, List<int[]> ranking, Recording pass, Logits logits) {
    NDArray gradient = gradient(batch, ranking, pass, 1);
    NDArray distance = distance(batch, ranking, logits, gradient, 1);
    for (int k = 2; k < ranking.get(0).length; k++) {
      NDArray g = gradient(batch, ranking, pass, k);
      NDArray d = distance(batch, ranking, logits, g, k);
      NDArray nearer = d.lt(distance);
      gradient = choose(nearer, g, gradient);
      distance = choose(nearer, d, distance);
    }
    return norm.step(distance.add(MARGIN), gradient);
  }

  /** The first where the condition holds for an image, else the second. */
  private static NDArray choose(NDArray condition, NDArray first, NDArray second) {
    return NDArrays.where(condition.broadcast(first.getShape()), first, second);
  }

  /** The gradient of the logit of each image's k-th candidate minus that of its first. */
  private static NDArray gradient(AttackBatch batch, List<int[]> ranking, Recording pass, int k) {
    int classes = (int) pass.logits().getShape().get(1);
    double[] signs = new double[ranking.size() * classes];
    for (int i = 0; i < ranking.size(); i++) {
      signs[i * classes + ranking.get(i)[k]] = 1;
      signs[i * classes + ranking.get(i)[0]] = -1;
    }
    return batch.checked(
        pass.gradient(logits -> logits.mul(FloatArrays.array(logits, signs, logits.getShape()))));
  }

  private NDArray distance(
      AttackBatch batch, List<int[]> ranking, Logits logits, NDArray gradient, int k) {
    double[] gaps = new double[ranking.size()];
    for (int i = 0; i < gaps.length; i++) {
      int[] ranked = ranking.get(i);
      gaps[i] = Math.abs(logits.get(i, ranked[k]) - logits.get(i, ranked[0]));
    }
    return batch.perImage(gradient, gaps).div(norm.dual(gradient).add(Norm.GUARD));
  }

  @Override
  public NDArray perturb(AttackBatch batch, NDArray fooling) {
    return batch.scoped(fooling, x -> batch.within(norm, x));
  }
}
