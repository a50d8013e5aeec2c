package org.opponency.models;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.util.Pair;
import java.util.List;
import org.opponency.engine.Autograd;
import org.opponency.engine.Compute;
import org.opponency.images.Normalisation;

/**
 * Models that were not built by this toolkit, made fit for its analyses: they take pixels in [0,
 * 1], are normalised inside and give one row of logits an image.
 */
public final class OwnModel {
  private static final String MODEL = "model";

  /** DJL's name of its activation. */
  private static final String RELU = "ReLU";

  private OwnModel() {}

  /**
   * A DJL block. The children of a {@link SequentialBlock}, and of those inside it, are layers by
   * the numbers PyTorch gives them ({@code model.0}, {@code model.3.1}); any other block is one
   * layer. Lambdas are told apart by their names: name them, or results kept for one are taken for
   * another's.
   *
   * @param block from normalised pixels, float32 (N, 3, H, W), to logits (N, classes); one without
   *     weights is initialised here, the weights of any other stay the caller's to close
   * @param imageSize side in pixels of the images it takes
   * @param normalisation what it expects to be done to pixels in [0, 1]
   * @throws IllegalArgumentException if it gives something else than a row of logits an image
   */
  public static VisionModel ofBlock(Block block, int imageSize, Normalisation normalisation) {
    try (Autograd.Mode off = Autograd.off()) {
      NDManager manager = NDManager.newBaseManager(Compute.device());
      return vision(
          manager,
          layered(block),
          new Ventral.Own(describe(block), true),
          imageSize,
          normalisation);
    }
  }

  /**
   * A model without layers that could be told apart, such as a TorchScript module.
   *
   * @param manager what the model's memory belongs to; it closes with the result, or here on
   *     failure
   * @param block as for {@link #ofBlock}
   * @param content what tells it from other models, beside its weights
   * @throws IllegalArgumentException if it gives something else than a row of logits an image
   */
  public static VisionModel ofWhole(
      NDManager manager, Block block, String content, int imageSize, Normalisation normalisation) {
    Sequential whole = new Sequential().then(MODEL, block, Window.WHOLE);
    return vision(manager, whole, new Ventral.Own(content, false), imageSize, normalisation);
  }

  private static VisionModel vision(
      NDManager manager,
      Sequential block,
      Ventral.Own ventral,
      int imageSize,
      Normalisation normalisation) {
    try {
      int classes = classes(manager, block, new Shape(1, 3, imageSize, imageSize));
      var architecture = new Architecture(Retina.NONE, ventral, classes, imageSize, normalisation);
      return VisionModel.of(new Network(architecture, manager, block, DataType.FLOAT32));
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  private static int classes(NDManager manager, Sequential block, Shape image) {
    block.initialize(manager, DataType.FLOAT32, image);
    Shape[] outputs = block.getOutputShapes(new Shape[] {image});
    if (outputs.length != 1 || outputs[0].dimension() != 2 || outputs[0].get(0) != 1) {
      throw new IllegalArgumentException(
          format(
              "Expected a model that turns an image of shape %s into logits (1, classes), got %s",
              image, List.of(outputs)));
    }
    return Math.toIntExact(outputs[0].get(1));
  }

  /** The same block with its children as named layers. */
  private static Sequential layered(Block block) {
    return new Sequential().then(MODEL, layer(block), window(block));
  }

  private static Block layer(Block block) {
    if (!(block instanceof SequentialBlock sequential)) {
      return block;
    }
    Sequential sequence = new Sequential();
    for (Block child : sequential.getChildren().values()) {
      sequence.then(Integer.toString(sequence.getChildren().size()), layer(child), window(child));
    }
    return sequence;
  }

  /** What an output of a block is made of: of the whole map where nothing better is known. */
  private static Window window(Block block) {
    if (block instanceof Conv2d conv && hasSamePadding(conv)) {
      return new Window((int) conv.getKernelShape().get(0), (int) conv.getStride().get(0));
    }
    boolean point =
        block instanceof BatchNorm
            || block instanceof Dropout
            || block instanceof LambdaBlock lambda && lambda.getName().equals(RELU);
    return point ? Window.POINT : Window.WHOLE;
  }

  /** Whether it is one of those that {@link Window} can describe. */
  private static boolean hasSamePadding(Conv2d conv) {
    long kernel = conv.getKernelShape().get(0);
    return kernel % 2 == 1
        && conv.getKernelShape().equals(new Shape(kernel, kernel))
        && conv.getPadding().equals(new Shape(kernel / 2, kernel / 2))
        && conv.getStride().get(0) == conv.getStride().get(1)
        && conv.getDilation().equals(new Shape(1, 1))
        && conv.getGroups() == 1;
  }

  /** What the weights do not tell: the kinds of all blocks, and the names of lambdas. */
  private static String describe(Block block) {
    StringBuilder text = new StringBuilder(block.getClass().getName());
    if (block instanceof LambdaBlock lambda) {
      text.append(' ').append(lambda.getName());
    }
    for (Pair<String, Block> child : block.getChildren()) {
      text.append('(').append(describe(child.getValue())).append(')');
    }
    return text.toString();
  }
}
