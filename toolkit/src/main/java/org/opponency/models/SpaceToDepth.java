package org.opponency.models;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/**
 * A convolution whose pixels are taken several together, as TorchScript. Where there are few maps
 * on one side, most of a vector register stays empty; the maps of pixels side by side, taken as
 * those of one pixel, fill it, and one convolution gives all of them at once. Channels-last they
 * lie so in memory already. It adds the same products in another order, and zeros.
 *
 * @param weight the convolution's, (O, C, K, K)
 * @param padding the convolution's
 * @param pixels how many are taken together, 1 for none
 */
record SpaceToDepth(Shape weight, Shape padding, int pixels) {
  /** Numbers in a vector register. */
  private static final int LANES = 16;

  /**
   * As many as fill a register with the fewer maps, and bring fewer zeros than products.
   *
   * @param most a power of two that divides the width of the maps
   */
  static SpaceToDepth of(Conv2d conv, int most) {
    Shape weight = ScriptText.array(conv, "weight").getShape();
    Shape padding = conv.getPadding();
    boolean same = conv.getStride().size() == 1 && padding.get(1) == weight.get(3) / 2;
    int pixels = same ? most : 1;
    while (pixels > 1 && !new SpaceToDepth(weight, padding, pixels).isWorthwhile()) {
      pixels /= 2;
    }
    return new SpaceToDepth(weight, padding, pixels);
  }

  private boolean isWorthwhile() {
    long maps = Math.min(weight.get(0), weight.get(1));
    return pixels * maps <= LANES && pixels * kernel() < 2 * weight.get(3);
  }

  /** How many of the wider pixels the kernel reaches beyond the one of its centre. */
  private long reach() {
    return (padding.get(1) + pixels - 1) / pixels;
  }

  /** The width of the kernel in wider pixels. */
  private long kernel() {
    return 2 * reach() + 1;
  }

  /** The padding, of height and width. */
  Shape paddingTogether() {
    return new Shape(padding.get(0), reach());
  }

  /** Maps (N, C, H, W) as (N, pixels C, H, W / pixels). */
  String together(String x) {
    return pixels == 1 ? x : view(x, 2, format("[-1, %d]", pixels), 3);
  }

  /** The way back from {@link #together}. */
  String apart(String x) {
    return pixels == 1 ? x : view(x, 3, format("[%d, -1]", pixels), 2);
  }

  /** Another view of what lies channels-last: a dimension taken apart, two put together. */
  private static String view(String x, int dimension, String sizes, int joined) {
    return format(
        "torch.permute(torch.flatten(torch.unflatten(torch.permute(%s, [0, 2, 3, 1]), %d, %s), "
            + "%d, %d), [0, 3, 1, 2])",
        x, dimension, sizes, joined, joined + 1);
  }

  /**
   * Weights (O, C, K, K) as (pixels O, pixels C, K, {@link #kernel}): moved by each of the pixels,
   * the kernel lies among zeros in a row of wider ones.
   */
  String weight(String w) {
    if (pixels == 1) {
      return w;
    }
    long row = pixels * kernel();
    long zeros = (row - weight.get(3) + pixels - 1) / 2;
    return format(
        "torch.reshape(torch.permute(torch.unflatten(torch.flip(torch.unfold("
            + "torch.constant_pad_nd(%s, [%2$d, %2$d]), 3, %3$d, 1), [3]), 4, [-1, %4$d]), "
            + "[3, 0, 5, 1, 2, 4]), [%5$d, %6$d, %7$d, %8$d])",
        w,
        zeros,
        row,
        pixels,
        pixels * weight.get(0),
        pixels * weight.get(1),
        weight.get(2),
        kernel());
  }

  /** Biases, the same for each of the pixels. */
  String bias(String b) {
    return pixels == 1 ? b : format("torch.repeat(%s, [%d])", b, pixels);
  }
}
