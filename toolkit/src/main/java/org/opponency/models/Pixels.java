package org.opponency.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.opponency.images.RgbImage;
import org.opponency.images.batch.Batch;

/** Turns 8-bit images into what networks take, and back. */
public final class Pixels {
  private Pixels() {}

  /**
   * Pixels of a batch as {@code torchvision.transforms.ToTensor} gives them.
   *
   * @param manager owner of the result; its device is where the bytes go and are converted
   * @param bytes N * height * width * 3 unsigned bytes, rows from the top, R, G, B interleaved
   * @param type float32 or float64
   * @return (N, 3, height, width), RGB, in [0, 1] (byte / 255)
   */
  public static NDArray of(NDManager manager, byte[] bytes, int height, int width, DataType type) {
    return of(manager, ByteBuffer.wrap(bytes), height, width, type);
  }

  private static NDArray of(
      NDManager manager, ByteBuffer bytes, int height, int width, DataType type) {
    long n = bytes.remaining() / (3L * height * width);
    Shape shape = new Shape(n, height, width, 3);
    try (NDArray raw = manager.create(bytes, shape, DataType.UINT8);
        NDArray typed = raw.toType(type, true);
        NDArray scaled = typed.div(255)) {
      return scaled.transpose(0, 3, 1, 2);
    }
  }

  /** As {@link #of(NDManager, byte[], int, int, DataType)}, float32. */
  public static NDArray of(NDManager manager, byte[] bytes, int height, int width) {
    return of(manager, bytes, height, width, DataType.FLOAT32);
  }

  /**
   * Some of the images of a batch, float32.
   *
   * @param from the first
   * @param to the one behind the last
   */
  public static NDArray of(NDManager manager, Batch batch, int from, int to) {
    int image = batch.pixels().length / batch.size();
    ByteBuffer bytes = ByteBuffer.wrap(batch.pixels(), from * image, (to - from) * image).slice();
    return of(manager, bytes, batch.height(), batch.width(), DataType.FLOAT32);
  }

  /** One image as a float32 batch of one. */
  public static NDArray of(NDManager manager, RgbImage image) {
    return of(manager, image.pixels(), image.height(), image.width());
  }

  /** Several images of one size as a float32 batch. */
  public static NDArray of(NDManager manager, List<RgbImage> images) {
    RgbImage first = images.get(0);
    ByteBuffer bytes = ByteBuffer.allocate(images.size() * first.pixels().length);
    images.forEach(image -> bytes.put(image.pixels()));
    return of(manager, bytes.array(), first.height(), first.width());
  }

  /**
   * The nearest 8-bit images, as {@code torchvision.utils.save_image} rounds.
   *
   * @param pixels (N, 3, height, width), RGB, in [0, 1]; what lies outside is clipped
   */
  public static List<RgbImage> images(NDArray pixels) {
    int height = (int) pixels.getShape().get(2);
    int width = (int) pixels.getShape().get(3);
    try (NDManager scope = pixels.getManager().newSubManager()) {
      NDArray rows = pixels.transpose(0, 2, 3, 1);
      rows.attach(scope);
      NDArray levels = rows.mul(255).add(0.5).clip(0, 255).toType(DataType.UINT8, false);
      byte[] bytes = levels.toByteArray();
      int each = 3 * height * width;
      return IntStream.range(0, bytes.length / each)
          .mapToObj(i -> Arrays.copyOfRange(bytes, i * each, (i + 1) * each))
          .map(image -> new RgbImage(width, height, image))
          .toList();
    }
  }
}
