package org.opponency.models.hub;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import org.opponency.models.Architecture;

/**
 * A network that the paper's authors trained and published.
 *
 * @param name what it is called here: {@code resnet50/WIDTH/RUN} for ImageNet, {@code
 *     cifar10/WIDTH/DEPTH/RUN} for CIFAR-10
 * @param width width of the bottleneck, N_BN
 * @param depth 50 for a ResNet-50; convolutions of the ventral stream for CIFAR-10
 * @param run which of the trainings, from 0
 * @param path of its file, on the authors' server and in a {@link Catalogue}'s folder
 */
public record PublishedModel(String name, int width, int depth, int run, String path) {
  private static final List<Integer> WIDTHS = List.of(1, 2, 4, 8, 16, 32);

  /** Trainings of each width of the ResNet-50. */
  public static final int RESNET_RUNS = 3;

  private static final int CIFAR_DEPTHS = 5;
  private static final int CIFAR_RUNS = 10;
  private static final int RESNET_DEPTH = 50;

  /**
   * All that are published, as {@code hubconf.py} of ecs-vlc/bottleneck (ResNet-50) and of
   * ecs-vlc/opponency (CIFAR-10, mode {@code colour_full}) name them.
   */
  public static List<PublishedModel> all() {
    List<PublishedModel> all = new ArrayList<>();
    for (int width : WIDTHS) {
      for (int run = 0; run < RESNET_RUNS; run++) {
        all.add(resNet50(width, run));
      }
    }
    for (int width : WIDTHS) {
      for (int depth = 0; depth < CIFAR_DEPTHS; depth++) {
        for (int run = 0; run < CIFAR_RUNS; run++) {
          all.add(cifar10(width, depth, run));
        }
      }
    }
    return all;
  }

  /** The ResNet-50 of a width and a run. */
  public static PublishedModel resNet50(int width, int run) {
    return new PublishedModel(
        format("resnet50/%d/%d", width, run),
        width,
        RESNET_DEPTH,
        run,
        format("resnet50/resnet50_%d_%d.pt", width, run));
  }

  /** The CIFAR-10 network of a width, a ventral depth and a run. */
  public static PublishedModel cifar10(int width, int depth, int run) {
    return new PublishedModel(
        format("cifar10/%d/%d/%d", width, depth, run),
        width,
        depth,
        run,
        format("cifar10/colour_full/model_%d_%d_%d.pt", width, depth, run));
  }

  /** Its layers and what they expect. */
  Architecture architecture() {
    return depth == RESNET_DEPTH
        ? Architecture.resNet50(width)
        : Architecture.cifar10(width, depth);
  }
}
