package org.opponency.cli;

import static org.opponency.io.Text.format;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.opponency.images.ImageSet;
import org.opponency.images.source.Cifar10;
import org.opponency.images.source.Images;
import org.opponency.study.networks.OwnTraining;
import org.opponency.study.networks.Regime;
import org.opponency.training.Recipe;
import picocli.CommandLine.Option;

/** The options of {@code opponency train} that train one network on one's own images. */
final class OwnTrainingOptions {
  private static final int WIDTH = 4;

  @Option(
      names = "--recipe",
      required = true,
      paramLabel = "NAME",
      description = "train one network by this recipe: imagenet, cifar10 or laptop")
  private Regime regime;

  @Option(
      names = "--images",
      required = true,
      paramLabel = "DIR",
      description = "training images, a folder a class, or CIFAR-10 in any of its forms")
  private Path images;

  @Option(
      names = "--validation",
      required = true,
      paramLabel = "DIR",
      description = "validation images of the same classes, in the same form")
  private Path validation;

  @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "where all goes")
  private Path out;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "bottleneck width, 0 for no retina; default: " + WIDTH)
  private Optional<Integer> width = Optional.empty();

  @Option(
      names = "--baseline",
      description = "the authors' 64-channel baseline in place of a bottleneck (imagenet)")
  private boolean baseline;

  @Option(
      names = "--run",
      defaultValue = "0",
      paramLabel = "K",
      description = "picks the seed, with the width; default: ${DEFAULT-VALUE}")
  private int run;

  @Option(
      names = "--size",
      paramLabel = "PIXELS",
      description = "side of what the network sees; default: 224 for imagenet, else 32")
  private Optional<Integer> size = Optional.empty();

  @Option(
      names = "--batch-size",
      paramLabel = "IMAGES",
      description = "another batch than the recipe's; the learning rate stays")
  private Optional<Integer> batchSize = Optional.empty();

  @Option(
      names = "--epochs",
      paramLabel = "COUNT",
      description = "another number of epochs than the recipe's; the schedule stays")
  private Optional<Integer> epochs = Optional.empty();

  OwnTraining training() {
    if (run < 0) {
      throw new IllegalArgumentException("Expected --run to be 0 or more, got " + run);
    }
    if (baseline && (regime != Regime.IMAGENET || width.isPresent())) {
      throw new IllegalArgumentException(
          format(
              "Expected --baseline, whose width is its own, with --recipe=imagenet and without"
                  + " --width, got --recipe=%s%s; leave out one of them",
              regime.name().toLowerCase(Locale.ROOT),
              width.map(given -> " and --width=" + given).orElse("")));
    }
    OwnTraining training =
        OwnTraining.of(
            regime,
            width.orElse(WIDTH),
            run,
            open(images, false),
            open(validation, true),
            size.orElse(regime.defaultSize()),
            out);
    Recipe recipe = training.recipe();
    recipe = batchSize.map(recipe::withBatchSize).orElse(recipe);
    recipe = epochs.map(recipe::withEpochs).orElse(recipe);
    return (baseline ? training.withBaseline() : training).with(recipe);
  }

  private static ImageSet open(Path folder, boolean test) {
    if (!Cifar10.isIn(folder)) {
      return Images.folder(folder);
    }
    return test ? Cifar10.test(folder) : Cifar10.train(folder);
  }
}
