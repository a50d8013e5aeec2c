package org.opponency.models;

import static org.opponency.io.Text.format;

import java.util.List;

/** The part of a network behind the retina. */
public sealed interface Ventral {
  /** No ventral stream: the network ends with its retina, as some published files do. */
  Ventral NONE = new Absent();

  /** Whether there is a ventral stream. */
  default boolean isPresent() {
    return true;
  }

  /**
   * A residual network as in torchvision (post-2017: the stride of a bottleneck block sits on its
   * 3x3 convolution).
   *
   * @param blocks residual blocks in each stage
   * @param bottleneck whether blocks are 1x1 - 3x3 - 1x1 (four times wider at their end) or 3x3 -
   *     3x3
   * @param channels channels of the stem and of the first stage's 3x3 convolutions; torchvision: 64
   * @param stem what comes before the first stage; torchvision: {@link Stem#PHOTOGRAPHS}
   * @param shortcut what goes past a block that changes the shape; torchvision: {@link
   *     Shortcut#PROJECTED}
   */
  record ResNet(
      List<Integer> blocks, boolean bottleneck, int channels, Stem stem, Shortcut shortcut)
      implements Ventral {
    private static final int MOST_STAGES = 5;
    private static final int MOST_BLOCKS = 50;
    private static final int MOST_CHANNELS = 1 << 16;

    /** What comes before the first stage. */
    public enum Stem {
      /** A 7x7 convolution and a 3x3 maximum, each at every other pixel. */
      PHOTOGRAPHS,
      /** A 3x3 convolution at every pixel, as for CIFAR-10 (He et al. 2015, section 4.2). */
      SMALL_IMAGES
    }

    /** What goes past a block that changes the shape (He et al. 2015, section 3.3). */
    public enum Shortcut {
      /** A 1x1 convolution and its batch norm: their option B. */
      PROJECTED,
      /**
       * Every other pixel, among channels of zeros, half before and half behind: their option A.
       */
      PADDED
    }

    /** Torchvision's family. */
    public ResNet(List<Integer> blocks, boolean bottleneck, int channels) {
      this(blocks, bottleneck, channels, Stem.PHOTOGRAPHS, Shortcut.PROJECTED);
    }

    /** What is usual goes without saying: trained networks are known by this text. */
    @Override
    public String toString() {
      String usual =
          format("ResNet[blocks=%s, bottleneck=%s, channels=%d", blocks, bottleneck, channels);
      return stem == Stem.PHOTOGRAPHS && shortcut == Shortcut.PROJECTED
          ? usual + "]"
          : usual + format(", stem=%s, shortcut=%s]", stem, shortcut);
    }

    /**
     * Refuses an empty network, stages without blocks, and more of either than any ResNet has: a
     * file may claim anything.
     */
    public ResNet {
      blocks = List.copyOf(blocks);
      if (blocks.isEmpty()
          || blocks.size() > MOST_STAGES
          || blocks.stream().anyMatch(n -> n < 1 || n > MOST_BLOCKS)
          || channels < 1
          || channels > MOST_CHANNELS) {
        throw new IllegalArgumentException(
            format(
                "Expected 1 to %d stages of 1 to %d blocks and 1 to %d channels, got blocks %s, channels %d",
                MOST_STAGES, MOST_BLOCKS, MOST_CHANNELS, blocks, channels));
      }
    }

    /** How many times wider than its 3x3 convolutions a block ends. */
    int expansion() {
      return bottleneck ? 4 : 1;
    }

    /** Torchvision's ResNet of a given depth: 18, 34, 50, 101 or 152. */
    public static ResNet ofDepth(int depth) {
      return switch (depth) {
        case 18 -> new ResNet(List.of(2, 2, 2, 2), false, 64);
        case 34 -> new ResNet(List.of(3, 4, 6, 3), false, 64);
        case 50 -> new ResNet(List.of(3, 4, 6, 3), true, 64);
        case 101 -> new ResNet(List.of(3, 4, 23, 3), true, 64);
        case 152 -> new ResNet(List.of(3, 8, 36, 3), true, 64);
        default ->
            throw new IllegalArgumentException(
                "Expected a ResNet depth of 18, 34, 50, 101 or 152, got " + depth);
      };
    }
  }

  /**
   * The ventral stream of Lindsey et al. (2019) for CIFAR-10: {@code depth} times conv(to 32, 9x9)
   * - ReLU, then fc(units) - ReLU - fc(classes).
   *
   * @param depth convolutions, 0 to 4 in the paper
   * @param units size of the hidden fully connected layer; 1,024 in the paper
   */
  record Convolutional(int depth, int units) implements Ventral {
    private static final int DEEPEST = 40;

    /** Refuses a depth that is negative or beyond all reason, and an empty hidden layer. */
    public Convolutional {
      if (depth < 0 || depth > DEEPEST || units < 1) {
        throw new IllegalArgumentException(
            format(
                "Expected a depth of 0 to %d and units >= 1, got depth %d, units %d",
                DEEPEST, depth, units));
      }
    }
  }

  /** The one value that stands for no ventral stream. */
  record Absent() implements Ventral {
    @Override
    public boolean isPresent() {
      return false;
    }
  }

  /**
   * A model that was not built here; see {@link OwnModel}.
   *
   * @param content what tells it from other models, beside its weights
   * @param layered whether responses of its layers can be asked for
   */
  record Own(String content, boolean layered) implements Ventral {}
}
