package org.opponency.training;

import java.util.List;
import org.opponency.images.Augmentation;
import org.opponency.images.Preprocessing;

/**
 * Every hyper-parameter of a training run.
 *
 * @param rule the optimiser
 * @param schedule learning rate by epoch
 * @param batchSize images a step; the last, smaller batch of an epoch is left out
 * @param epochs passes over the training images
 * @param augmentation what happens to a training image, drawn from the run's seed
 * @param preprocessing what happens to a validation image
 * @param checkpointSteps steps between two checkpoints, beside the one after every epoch
 */
public record Recipe(
    Rule rule,
    Schedule schedule,
    int batchSize,
    int epochs,
    Augmentation augmentation,
    Preprocessing preprocessing,
    int checkpointSteps) {
  /** Refuses sizes below one. */
  public Recipe {
    if (batchSize < 1 || epochs < 1 || checkpointSteps < 1) {
      throw new IllegalArgumentException(
          "Expected at least one image, epoch and step, got batch %d, epochs %d, checkpoint every %d"
              .formatted(batchSize, epochs, checkpointSteps));
    }
  }

  /**
   * The paper's ImageNet recipe (Appendix D): SGD, momentum 0.9, weight decay 1e-4 on everything,
   * learning rate 0.1 divided by ten at epochs 30 and 60, batch 1,024, 90 epochs.
   *
   * @param imageSize side in pixels of what the network sees; 224 in the paper
   */
  public static Recipe imageNet(int imageSize) {
    return new Recipe(
        new Rule.Sgd(0.9, 1e-4),
        new Schedule(0.1, 0.1, List.of(30, 60)),
        1024,
        90,
        Augmentation.imagenet(imageSize),
        Preprocessing.of(imageSize),
        1000);
  }

  /**
   * Harris et al.'s CIFAR-10 recipe: RMSprop (alpha 0.9, epsilon 1e-8), learning rate 1e-4, weight
   * decay 1e-6, batch 32, 20 epochs, shifts up to 10 % and flips.
   */
  public static Recipe cifar10() {
    return new Recipe(
        new Rule.RmsProp(0.9, 1e-8, 1e-6),
        Schedule.constant(1e-4),
        32,
        20,
        Augmentation.cifar10(),
        Preprocessing.AS_IS,
        500);
  }

  /**
   * The laptop recipe: the paper's SGD at a fifth of its learning rate, since batches are sixteen
   * times smaller, with one drop for the last epochs. Some 450 steps of 64 images.
   *
   * @param preprocessing what brings validation images to the network's size
   * @param augmentation what happens to training images
   * @param epochs passes over the training images; the rate drops after three quarters of them
   */
  public static Recipe laptop(Preprocessing preprocessing, Augmentation augmentation, int epochs) {
    return new Recipe(
        new Rule.Sgd(0.9, 1e-4),
        new Schedule(0.02, 0.1, List.of(Math.max(1, epochs * 3 / 4))),
        64,
        epochs,
        augmentation,
        preprocessing,
        25);
  }
}
