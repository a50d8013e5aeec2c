package org.opponency.attacks;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.opponency.engine.HostTensor;
import org.opponency.images.ImageSet;
import org.opponency.images.Normalisation;
import org.opponency.images.Preprocessing;
import org.opponency.images.RgbImage;
import org.opponency.io.Progress;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.Retina;
import org.opponency.models.Ventral;
import org.opponency.models.VisionModel;
import org.opponency.study.store.ResultStore;
import org.opponency.study.store.RobustnessCache;

/** Networks of which one knows what an attack must find, and pictures to attack. */
final class Toys {
  /** Numbers of an image of two by two pixels. */
  static final int NUMBERS = 12;

  private Toys() {}

  /**
   * A linear classifier of 2 x 2 images: logits = weights x + bias. Pixels are not negative, so
   * they pass the hidden layer's ReLU as they are.
   *
   * @param weights a row of 12 a class
   */
  static VisionModel linear(double[][] weights, double... bias) {
    Architecture architecture =
        new Architecture(
            Retina.NONE, new Ventral.Convolutional(0, NUMBERS), bias.length, 2, Normalisation.NONE);
    Network network = Network.initialise(architecture, 0, DataType.FLOAT64, Device.cpu());
    double[] identity = new double[NUMBERS * NUMBERS];
    IntStream.range(0, NUMBERS).forEach(i -> identity[i * NUMBERS + i] = 1);
    Map<String, HostTensor> state = new LinkedHashMap<>();
    state.put("ventral.ventral_fc1.weight", tensor(identity, NUMBERS, NUMBERS));
    state.put("ventral.ventral_fc1.bias", tensor(new double[NUMBERS], NUMBERS));
    double[] flat = Arrays.stream(weights).flatMapToDouble(Arrays::stream).toArray();
    state.put("ventral.ventral_fc2.weight", tensor(flat, bias.length, NUMBERS));
    state.put("ventral.ventral_fc2.bias", tensor(bias, bias.length));
    network.load(state);
    return VisionModel.of(network);
  }

  private static HostTensor tensor(double[] values, long... shape) {
    ByteBuffer data =
        ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    data.asDoubleBuffer().put(values);
    return new HostTensor(DataType.FLOAT64, shape, data);
  }

  /** Images of one grey, (count, 3, 2, 2). */
  static NDArray grey(NDManager manager, int count, double value) {
    double[] values = new double[count * NUMBERS];
    Arrays.fill(values, value);
    return manager.create(values, new Shape(count, 3, 2, 2));
  }

  /** A small network with a retina and weights as they are drawn; float32. */
  static VisionModel drawn(long seed) {
    return VisionModel.of(
        Network.initialise(
            new Architecture(
                new Retina(3, 3), new Ventral.Convolutional(1, 16), 4, 6, Normalisation.IMAGENET),
            seed));
  }

  /** Pictures of noise, 6 x 6 pixels, of four classes. */
  static ImageSet noise(int count) {
    return new Noise(count);
  }

  /** What attacks find, kept in a folder. */
  static RobustAccuracy measure(
      Path folder, VisionModel vision, ImageSet images, AttackProtocol protocol) {
    return measure(folder, vision, images, protocol, progress -> {});
  }

  /** The same, with someone told after each batch. */
  static RobustAccuracy measure(
      Path folder,
      VisionModel vision,
      ImageSet images,
      AttackProtocol protocol,
      Consumer<Progress> progress) {
    return new RobustnessCache(new ResultStore(folder), progress)
        .of("toy", vision, images, Preprocessing.AS_IS, protocol);
  }

  private record Noise(int size) implements ImageSet {
    @Override
    public String name() {
      return "noise";
    }

    @Override
    public List<String> classes() {
      return List.of("a", "b", "c", "d");
    }

    @Override
    public int label(int index) {
      return index % 4;
    }

    @Override
    public String id(int index) {
      return "noise " + index;
    }

    @Override
    public RgbImage image(int index) {
      byte[] pixels = new byte[3 * 36];
      new Random(index).nextBytes(pixels);
      return new RgbImage(6, 6, pixels);
    }

    @Override
    public String digest() {
      return "noise " + size;
    }
  }
}
