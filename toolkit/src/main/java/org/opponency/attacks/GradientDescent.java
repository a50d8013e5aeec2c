package org.opponency.attacks;

import ai.djl.ndarray.NDArray;

/**
 * Steps along the gradient of the cross-entropy, each followed by a projection to the ball of
 * radius epsilon and to [0, 1]: the basic iterative method, with a random start PGD.
 *
 * @param relativeStep length of a step, a share of epsilon
 * @param steps how many
 * @param randomStart whether it starts at a point drawn evenly from the ball
 */
record GradientDescent(Norm norm, double relativeStep, int steps, boolean randomStart)
    implements Attack {
  @Override
  public String name() {
    return (randomStart ? "pgd" : "bim") + norm.suffix();
  }

  @Override
  public int gradientsPerEpsilon() {
    return steps;
  }

  @Override
  public NDArray perturb(AttackBatch batch, NDArray pixels) {
    NDArray x = start(batch);
    for (int i = 0; i < steps; i++) {
      NDArray before = x;
      x = batch.scoped(before, at -> climbed(batch, at));
      before.close();
    }
    return x;
  }

  private NDArray start(AttackBatch batch) {
    if (!randomStart) {
      return batch.pixels().duplicate();
    }
    return batch.scoped(
        batch.pixels(),
        x -> {
          NDArray offset = batch.draw(x, norm::inUnitBall);
          return x.add(offset.mul(batch.epsilons(x, 1))).clip(0, 1);
        });
  }

  private NDArray climbed(AttackBatch batch, NDArray x) {
    NDArray direction = norm.direction(batch.lossGradient(x));
    return batch.within(norm, x.add(direction.mul(batch.epsilons(x, relativeStep))));
  }
}
