package org.opponency.physiology;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.opponency.engine.HostTensor;
import org.opponency.images.Normalisation;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.Retina;
import org.opponency.models.Ventral;
import org.opponency.models.VisionModel;

/**
 * Networks whose Retina-2 cells are filters on red, green and blue that a test makes up: Retina-1
 * hands the three channels on as they are, pixels are not normalised.
 */
public final class HandMade {
  public static final String RETINA_2 = "retina.retina_conv2";
  public static final int KERNEL = 7;
  public static final int SIDE = 32;

  private HandMade() {}

  /** A filter on one colour channel at a place relative to the middle, -3 to 3. */
  @FunctionalInterface
  public interface Weights {
    double at(int channel, int x, int y);
  }

  /** A cell of Retina-2. */
  public record Cell(double bias, Weights weights) {
    public Cell times(double factor) {
      return new Cell(bias * factor, (c, x, y) -> factor * weights.at(c, x, y));
    }
  }

  public static Cell redMinusGreen() {
    return new Cell(0, (c, x, y) -> x == 0 && y == 0 ? new int[] {1, -1, 0}[c] : 0);
  }

  public static Cell luminance() {
    return new Cell(0, (c, x, y) -> x == 0 && y == 0 ? 0.25 : 0);
  }

  public static Cell unresponsive() {
    return new Cell(0.3, (c, x, y) -> 0);
  }

  /** Sees nothing of a uniform field but its bias; bars of 60 degrees, 5 to a stimulus. */
  public static Cell gabor() {
    double cycles = 2 * Math.PI * 5 / SIDE;
    double ux = Math.sin(Math.toRadians(60));
    double uy = Math.cos(Math.toRadians(60));
    return new Cell(
        0.5,
        (c, x, y) ->
            0.05 * Math.exp(-(x * x + y * y) / 8.0) * (Math.cos(cycles * (ux * x + uy * y)) - 0.3));
  }

  public static Cell differenceOfGaussians() {
    return new Cell(
        0.2,
        (c, x, y) -> {
          double squared = x * x + y * y;
          return Math.exp(-squared / (2 * 0.7 * 0.7)) - 0.3 * Math.exp(-squared / (2 * 1.1 * 1.1));
        });
  }

  public static VisionModel vision(Cell... cells) {
    return vision(List.of(cells));
  }

  public static VisionModel vision(List<Cell> cells) {
    Network network =
        Network.initialise(
            new Architecture(
                new Retina(cells.size(), KERNEL),
                new Ventral.ResNet(List.of(1), true, 2),
                2,
                SIDE,
                Normalisation.NONE),
            1);
    Map<String, HostTensor> state = network.state();
    state.put("retina.retina_conv1.weight", passingOn());
    state.put("retina.retina_conv2.weight", weights(cells));
    float[] biases = new float[cells.size()];
    for (int i = 0; i < biases.length; i++) {
      biases[i] = (float) cells.get(i).bias();
    }
    state.put("retina.retina_conv2.bias", HostTensor.ofFloats(biases, biases.length));
    network.load(state);
    return VisionModel.of(network);
  }

  private static HostTensor passingOn() {
    float[] weights = new float[Retina.CHANNELS * 3 * KERNEL * KERNEL];
    for (int c = 0; c < 3; c++) {
      weights[(c * 3 + c) * KERNEL * KERNEL + KERNEL * KERNEL / 2] = 1;
    }
    return HostTensor.ofFloats(weights, Retina.CHANNELS, 3, KERNEL, KERNEL);
  }

  private static HostTensor weights(List<Cell> cells) {
    int filter = Retina.CHANNELS * KERNEL * KERNEL;
    float[] weights = new float[cells.size() * filter];
    for (int cell = 0; cell < cells.size(); cell++) {
      for (int i = 0; i < 3 * KERNEL * KERNEL; i++) {
        int x = i % KERNEL - KERNEL / 2;
        int y = i / KERNEL % KERNEL - KERNEL / 2;
        weights[cell * filter + i] =
            (float) cells.get(cell).weights().at(i / (KERNEL * KERNEL), x, y);
      }
    }
    return HostTensor.ofFloats(weights, cells.size(), Retina.CHANNELS, KERNEL, KERNEL);
  }

  /** The same network with one weight of Retina-2 that is not a number. */
  public static VisionModel broken(int cell, int cells) {
    Cell[] all = new Cell[cells];
    Arrays.fill(all, luminance());
    all[cell] = new Cell(Double.NaN, all[cell].weights());
    return vision(all);
  }
}
