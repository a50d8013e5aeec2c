package org.opponency.attacks;

import ai.djl.ndarray.NDArray;

/** One step along the loss's gradient. One gradient serves every epsilon. */
record FastGradient(Norm norm) implements Attack {
  @Override
  public String name() {
    return "fgsm" + norm.suffix();
  }

  @Override
  public int gradientsPerImage() {
    return 1;
  }

  @Override
  public NDArray prepare(AttackBatch batch) {
    return batch.scoped(batch.pixels(), x -> norm.direction(batch.lossGradient(x)));
  }

  @Override
  public NDArray perturb(AttackBatch batch, NDArray direction) {
    return batch.scoped(
        batch.pixels(), x -> batch.within(norm, x.add(batch.epsilons(x, 1).mul(direction))));
  }
}
