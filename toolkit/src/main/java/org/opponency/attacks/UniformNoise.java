package org.opponency.attacks;

import ai.djl.ndarray.NDArray;

/** Noise drawn evenly, scaled to size epsilon: what a perturbation does that knows nothing. */
record UniformNoise(Norm norm) implements Attack {
  @Override
  public String name() {
    return "uniform-noise" + norm.suffix();
  }

  @Override
  public NDArray perturb(AttackBatch batch, NDArray pixels) {
    return batch.scoped(
        batch.pixels(),
        x -> {
          NDArray noise = norm.unit(batch.draw(x, Norm::uniform));
          return batch.within(norm, x.add(noise.mul(batch.epsilons(x, 1))));
        });
  }
}
