package org.opponency.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.loss.Loss;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.opponency.engine.Autograd;
import org.opponency.engine.MemoryLimit;
import org.opponency.images.ImageSet;
import org.opponency.images.SkippedImage;
import org.opponency.images.Unreadable;
import org.opponency.images.batch.Batch;
import org.opponency.images.batch.BatchPlan;
import org.opponency.images.batch.Batches;
import org.opponency.images.batch.ImageTransform;
import org.opponency.models.Network;
import org.opponency.models.Pixels;

/** Watches how a network under training does on images it does not learn from. */
final class Validation {
  private static final String RETINA_2 = "retina.retina_relu2";
  private static final String LOGITS = "ventral";

  private final ImageSet images;
  private final Recipe recipe;
  private final Consumer<String> notices;
  private final Loss crossEntropy = Loss.softmaxCrossEntropyLoss();
  private int batchSize;

  /** On the first device, as many images at a time as the recipe and the device allow. */
  Validation(ImageSet images, Training training) {
    this.images = images;
    recipe = training.recipe();
    notices = training.execution().notices();
    batchSize = Math.min(recipe.batchSize(), training.execution().microBatch());
  }

  /**
   * How a network does.
   *
   * @param tally loss and hits
   * @param silent whether there is a retina and Retina-2 gave nothing above zero on any image
   * @param skipped images that cannot be read
   */
  record Result(Tally tally, boolean silent, List<SkippedImage> skipped) {
    private Result plus(Result other) {
      return new Result(tally.plus(other.tally), silent && other.silent, skipped);
    }

    private Result without(List<SkippedImage> images) {
      return new Result(tally, silent, images);
    }
  }

  Result of(Network network) {
    return MemoryLimit.fitting(batchSize, notices, size -> of(network, size));
  }

  private Result of(Network network, int size) {
    batchSize = size; // what did not fit once is not tried again
    boolean retina = network.architecture().retina().isPresent();
    List<String> layers = retina ? List.of(LOGITS, RETINA_2) : List.of(LOGITS);
    Result result = new Result(Tally.EMPTY, retina, List.of());
    try (Autograd.Mode off = Autograd.off();
        Batches batches =
            BatchPlan.of(images, size)
                .with(ImageTransform.of(recipe.preprocessing()))
                .with(Unreadable.SKIP)
                .open()) {
      while (batches.hasNext()) {
        result = result.plus(of(network, batches.next(), layers));
      }
      return result.without(batches.skipped());
    }
  }

  private Result of(Network network, Batch batch, List<String> layers) {
    try (NDManager scope = network.manager().newSubManager()) {
      NDArray pixels = Pixels.of(scope, batch.pixels(), batch.height(), batch.width());
      NDArray labels = scope.create(batch.labels());
      Map<String, NDArray> outputs = network.responses(pixels, layers);
      NDArray logits = outputs.get(LOGITS);
      double loss = crossEntropy.evaluate(new NDList(labels), new NDList(logits)).getFloat();
      NDArray retina2 = outputs.get(RETINA_2);
      boolean silent = retina2 != null && retina2.max().getFloat() <= 0;
      return new Result(
          Tally.EMPTY.plus(loss, hits(logits, labels).getLong(), batch.size()), silent, List.of());
    }
  }

  /** How many rows of (N, classes) logits are highest at their label, an int64 scalar. */
  static NDArray hits(NDArray logits, NDArray labels) {
    NDArray decisions = logits.argMax(1);
    return decisions.eq(labels.toType(DataType.INT64, false)).countNonzero();
  }
}
