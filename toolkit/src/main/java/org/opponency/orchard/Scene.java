package org.opponency.orchard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opponency.images.RgbImage;

/**
 * One drawn scene, the same at any size.
 *
 * @param backdrop what lies behind everything
 * @param specimen the fruit
 * @param layers what has an outline, the nearest first; the fruit is one of them
 * @param saturation what is left of all colour, 0 to 1
 */
record Scene(Backdrop backdrop, Specimen specimen, List<Layer> layers, double saturation) {
  /** Samples along each side of a pixel. */
  private static final int SAMPLES = 3;

  /**
   * Draws a scene. Each part has a stream of its own.
   *
   * @param look what to show
   * @param place stream of pose, light, backdrop, clutter and outline
   * @param coat stream of surface and colours
   */
  static Scene draw(Look look, Draws place, Draws coat) {
    Pose pose = Pose.draw(look.hard(), place.split("pose"));
    Light light = Light.draw(look.hard(), place.split("light"));
    List<Leaf> front = foliage(pose, light, look.hard(), place.split("foliage"));
    Specimen specimen = Dress.specimen(look, pose, light, front, place, coat);
    List<Layer> layers = new ArrayList<>(front);
    layers.add(specimen);
    layers.addAll(clutter(light, place.split("clutter")));
    Backdrop backdrop = Backdrop.draw(pose, light, place.split("backdrop"));
    return new Scene(backdrop, specimen, layers, look.overlap().saturation());
  }

  /** The picture at {@code size} x {@code size} pixels. */
  RgbImage paint(int size) {
    byte[] pixels = new byte[size * size * 3];
    Brush brush = new Brush();
    for (int row = 0, at = 0; row < size; row++) {
      for (int column = 0; column < size; column++, at += 3) {
        pixel(column, row, 2.0 / size, brush);
        brush.fade(saturation);
        pixels[at] = display(brush.r);
        pixels[at + 1] = display(brush.g);
        pixels[at + 2] = display(brush.b);
      }
    }
    return new RgbImage(size, size, pixels);
  }

  /** White where the fruit is in front at the middle of a pixel, else black. */
  RgbImage mask(int size) {
    byte[] pixels = new byte[size * size * 3];
    Brush brush = new Brush();
    for (int i = 0; i < size * size; i++) {
      double x = (i % size + 0.5) * 2.0 / size - 1;
      double y = (i / size + 0.5) * 2.0 / size - 1;
      Layer front = layers.stream().filter(l -> l.paint(x, y, brush)).findFirst().orElse(null);
      Arrays.fill(pixels, 3 * i, 3 * i + 3, (byte) (front == specimen ? 255 : 0));
    }
    return new RgbImage(size, size, pixels);
  }

  /** The mean over a pixel's samples; the backdrop is soft and needs one sample only. */
  private void pixel(int column, int row, double step, Brush brush) {
    double left = column * step - 1;
    double top = row * step - 1;
    double r = 0;
    double g = 0;
    double b = 0;
    int bare = 0;
    for (int i = 0; i < SAMPLES * SAMPLES; i++) {
      double x = left + (i % SAMPLES + 0.5) / SAMPLES * step;
      double y = top + (i / SAMPLES + 0.5) / SAMPLES * step;
      if (nearest(x, y, brush)) {
        r += brush.r;
        g += brush.g;
        b += brush.b;
      } else {
        bare++;
      }
    }
    if (bare > 0) {
      backdrop.paint(left + step / 2, top + step / 2, brush);
    }
    double share = 1.0 / (SAMPLES * SAMPLES);
    brush.r = (r + brush.r * bare) * share;
    brush.g = (g + brush.g * bare) * share;
    brush.b = (b + brush.b * bare) * share;
  }

  private boolean nearest(double x, double y, Brush brush) {
    for (Layer layer : layers) {
      if (layer.paint(x, y, brush)) {
        return true;
      }
    }
    return false;
  }

  private static byte display(double linear) {
    return (byte) (255 * StrictMath.sqrt(Math.max(0, Math.min(1, linear))) + 0.5);
  }

  /**
   * Leaves in front of the fruit, from its rim inwards: none or one, in hard scenes up to three.
   */
  private static List<Leaf> foliage(Pose pose, Light light, boolean hard, Draws draws) {
    int count = hard ? 1 + draws.below(3) : draws.chance(0.4) ? 1 : 0;
    List<Leaf> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double around = draws.between(0, 6.283);
      double away = pose.size() * draws.between(1.15, 1.5);
      double x = pose.x() + away * StrictMath.sin(around);
      double y = pose.y() + away * StrictMath.cos(around);
      double inwards = around + StrictMath.PI + draws.around(0, 0.9);
      double length = pose.size() * draws.between(0.8, 1.3) * (hard ? 1.4 : 1);
      leaves.add(Leaf.draw(x, y, inwards, length, light, draws));
    }
    return leaves;
  }

  private static List<Layer> clutter(Light light, Draws draws) {
    List<Layer> clutter = new ArrayList<>();
    int count = draws.below(5);
    for (int i = 0; i < count; i++) {
      double x = draws.between(-1, 1);
      double y = draws.between(-1, 1);
      double angle = draws.between(0, 6.283);
      double length = draws.between(0.4, 0.8);
      clutter.add(
          switch (draws.below(4)) {
            case 0 -> Stone.draw(x, y, light, draws);
            case 1 -> Leaf.twig(x, y, angle, length * 1.5, light, draws);
            default -> Leaf.draw(x, y, angle, length, light, draws);
          });
    }
    return clutter;
  }
}
