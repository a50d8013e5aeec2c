package org.opponency.training;

import static org.opponency.io.Text.format;

import java.util.List;
import org.opponency.images.Preprocessing;
import org.opponency.images.batch.Augmentation;

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
    UpdateRule rule,
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
          format(
              "Expected at least one image, epoch and step, got batch %d, epochs %d, checkpoint every %d",
              batchSize, epochs, checkpointSteps));
    }
  }

  /**
   * The paper's ImageNet recipe (Appendix D): SGD, momentum 0.9, weight decay 1e-4 on everything,
   * learning rate 0.1 divided by ten at epochs 30 and 60, batch 1,024, 90 epochs.
   *
   * <p>Expected accuracy: within 2 points of torchvision's ResNet-50 (76.15 % top-1) for widths
   * from 4 on, a little less below (section 3, Figure 5).
   *
   * <p>Expected hours, by arithmetic: 90 epochs of 1,281,167 images are 115 million images; one
   * costs some 28 GFLOP at width 4 and 224 pixels (4.65 billion multiplications and additions
   * forwards, twice that backwards), so all of it 3.2e18: 90 hours of a device that keeps up 10
   * TFLOP/s, 22 on four. Width 32 takes about 1.7 times as long. The paper names four Quadro RTX
   * 8000 and no hours.
   *
   * <p>Expected memory: about 0.2 GB of activations an image at 224 pixels, 210 GB for the batch:
   * spread over devices or accumulated; weights, gradients and velocity add 0.3 GB. {@link
   * Forecast} measures and computes all this for a machine.
   *
   * @param imageSize side in pixels of what the network sees; 224 in the paper
   */
  public static Recipe imageNet(int imageSize) {
    return new Recipe(
        new UpdateRule.Sgd(0.9, 1e-4),
        new Schedule(0.1, 0.1, List.of(30, 60)),
        1024,
        90,
        Augmentation.imagenet(imageSize),
        Preprocessing.forNetwork(imageSize),
        1000);
  }

  /**
   * Harris et al.'s CIFAR-10 recipe: RMSprop (alpha 0.9, epsilon 1e-8), learning rate 1e-4, weight
   * decay 1e-6, batch 32, 20 epochs, shifts up to 10 % and flips.
   *
   * <p>Expected accuracy: the 60 published networks of ventral depth 4 reach 70.6 to 76.7 % on the
   * test images, 74.4 % in the mean; depth 0 gives 54 % at width 1 and 70 % at width 32 (the
   * authors' results behind Figure 10).
   *
   * <p>Expected hours, by arithmetic: a million images of some 2.3 GFLOP at depth 4 and width 4 are
   * 2.3e15: six hours at 100 GFLOP/s, as two processor cores give, minutes on a GPU. Memory: well
   * below 1 GB; at depth 4 the fully connected layer has 33.6 million of the weights.
   */
  public static Recipe cifar10() {
    return new Recipe(
        new UpdateRule.RmsProp(0.9, 1e-8, 1e-6),
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
   * <p>Expected accuracy on Orchard, six epochs of 4,800 pictures: 64 % at width 4 (one network;
   * all are in notebook 01). Expected time: 74 s of a processor core for that network, measured,
   * its pictures' drawing included. Memory: below 0.5 GB a network.
   *
   * @param preprocessing what brings validation images to the network's size
   * @param augmentation what happens to training images
   * @param epochs passes over the training images; the rate drops after three quarters of them
   */
  public static Recipe laptop(Preprocessing preprocessing, Augmentation augmentation, int epochs) {
    return new Recipe(
        new UpdateRule.Sgd(0.9, 1e-4),
        new Schedule(0.02, 0.1, List.of(Math.max(1, epochs * 3 / 4))),
        64,
        epochs,
        augmentation,
        preprocessing,
        25);
  }

  /** The same recipe with other batches; the learning rate stays. */
  public Recipe withBatchSize(int images) {
    return new Recipe(rule, schedule, images, epochs, augmentation, preprocessing, checkpointSteps);
  }

  /** The same recipe for so many epochs; the schedule stays. */
  public Recipe withEpochs(int count) {
    return new Recipe(
        rule, schedule, batchSize, count, augmentation, preprocessing, checkpointSteps);
  }

  String words() {
    return format("%s, %s, %d epochs, batch %,d", rule, schedule, epochs, batchSize);
  }
}
