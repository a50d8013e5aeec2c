package org.opponency.physiology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opponency.engine.HostTensor;
import org.opponency.images.Normalisation;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.Retina;
import org.opponency.models.Ventral;
import org.opponency.models.VisionModel;

/**
 * Networks whose Retina-2 cells add up rectified filters on grey light, as textbooks draw cells:
 * two filters of opposite sign make a linear cell, their sum one that sees contrast alone, and a
 * quadrature pair of those a complex cell.
 */
public final class Subunits {
  public static final String RETINA_2 = "retina.retina_conv2";
  public static final int SIDE = 32;

  private static final int KERNEL = 7;
  private static final int REACH = KERNEL / 2;

  private Subunits() {}

  /** A weight at a place relative to the middle, -3 to 3. */
  @FunctionalInterface
  public interface Profile {
    double at(int x, int y);
  }

  /** A filter in the first layer and its weight in the cell. */
  public record Part(Profile filter, double weight) {}

  /** A cell: a constant and what it adds up. */
  public record Cell(double bias, List<Part> parts) {}

  /** The filter itself: what is above and what is below zero, which is taken off again. */
  public static Cell linear(double bias, Profile filter) {
    return new Cell(bias, List.of(new Part(filter, 1), new Part(minus(filter), -1)));
  }

  /** The size of what the filter gives. */
  public static Cell contrast(Profile filter) {
    return new Cell(0, List.of(new Part(filter, 1), new Part(minus(filter), 1)));
  }

  /** The sizes of two filters a quarter of a period apart. */
  public static Cell complex(Profile even, Profile odd) {
    return new Cell(
        0, Stream.of(contrast(even), contrast(odd)).flatMap(one -> one.parts().stream()).toList());
  }

  /** A Gabor filter that gives nothing for a uniform field. */
  public static Profile gabor(double degrees, double frequency, double phase) {
    Profile bare =
        (x, y) -> {
          double across =
              x * Math.sin(Math.toRadians(degrees)) + y * Math.cos(Math.toRadians(degrees));
          return Math.exp(-(x * x + y * y) / 6.0)
              * Math.cos(2 * Math.PI * (frequency * across - phase));
        };
    return balanced(bare);
  }

  /** A narrow Gaussian less a wide one, which gives nothing for a uniform field. */
  public static Profile centreSurround() {
    return balanced((x, y) -> Math.exp(-(x * x + y * y) / 1.5));
  }

  /** The same less a Gaussian of the same sum. */
  private static Profile balanced(Profile bare) {
    Profile wide = (x, y) -> Math.exp(-(x * x + y * y) / 6.0);
    double rest = sum(bare) / sum(wide);
    return (x, y) -> bare.at(x, y) - rest * wide.at(x, y);
  }

  private static double sum(Profile profile) {
    double sum = 0;
    for (int i = 0; i < KERNEL * KERNEL; i++) {
      sum += profile.at(i % KERNEL - REACH, i / KERNEL - REACH);
    }
    return sum;
  }

  private static Profile minus(Profile profile) {
    return (x, y) -> -profile.at(x, y);
  }

  /** A network of some cells, with 16 filters at most. */
  public static VisionModel vision(Cell... cells) {
    Network network =
        Network.initialise(
            new Architecture(
                new Retina(cells.length, KERNEL),
                new Ventral.ResNet(List.of(1), true, 2),
                2,
                SIDE,
                Normalisation.NONE),
            1);
    List<Profile> filters = new ArrayList<>();
    float[] biases = new float[cells.length];
    float[] second = new float[cells.length * Retina.CHANNELS * KERNEL * KERNEL];
    for (int cell = 0; cell < cells.length; cell++) {
      biases[cell] = (float) cells[cell].bias();
      for (Part part : cells[cell].parts()) {
        int at = (cell * Retina.CHANNELS + filters.size()) * KERNEL * KERNEL + KERNEL * KERNEL / 2;
        second[at] = (float) part.weight();
        filters.add(part.filter());
      }
    }
    Map<String, HostTensor> state = network.state();
    state.put("retina.retina_conv1.weight", first(filters));
    state.put(
        "retina.retina_conv1.bias",
        HostTensor.ofFloats(new float[Retina.CHANNELS], Retina.CHANNELS));
    state.put(
        "retina.retina_conv2.weight",
        HostTensor.ofFloats(second, cells.length, Retina.CHANNELS, KERNEL, KERNEL));
    state.put("retina.retina_conv2.bias", HostTensor.ofFloats(biases, biases.length));
    network.load(state);
    return VisionModel.of(network);
  }

  /** A third of each weight on red, green and blue. */
  private static HostTensor first(List<Profile> filters) {
    int plane = KERNEL * KERNEL;
    float[] weights = new float[Retina.CHANNELS * 3 * plane];
    for (int i = 0; i < filters.size() * 3 * plane; i++) {
      int pixel = i % plane;
      Profile filter = filters.get(i / (3 * plane));
      weights[i] = (float) (filter.at(pixel % KERNEL - REACH, pixel / KERNEL - REACH) / 3);
    }
    return HostTensor.ofFloats(weights, Retina.CHANNELS, 3, KERNEL, KERNEL);
  }
}
