package org.opponency.models;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.training.initializer.Initializer;

/** Builds the blocks of an {@link Architecture}, each with the initialiser PyTorch gives it. */
final class Layers {
  private Layers() {}

  /**
   * The network from normalised pixels to logits, with children {@code retina} and {@code ventral},
   * or one of them.
   */
  static Sequential network(Architecture architecture) {
    Sequential network = new Sequential();
    if (architecture.retina().isPresent()) {
      network.then(Network.RETINA, retina(architecture.retina()));
    }
    if (architecture.ventral().isPresent()) {
      network.then(Network.VENTRAL, ventral(architecture));
    }
    return network;
  }

  private static Sequential retina(Retina retina) {
    Window window = new Window(retina.kernel(), 1);
    return new Sequential()
        .then("retina_conv1", xavier(biased(retina.channels(), retina.kernel())), window)
        .then("retina_relu1", Stateless.relu())
        .then("retina_conv2", xavier(biased(retina.width(), retina.kernel())), window)
        .then("retina_relu2", Stateless.relu());
  }

  private static Sequential ventral(Architecture architecture) {
    if (architecture.ventral() instanceof Ventral.ResNet resNet) {
      return resNet(resNet, architecture.ventralChannels(), architecture.classes());
    }
    return convolutional((Ventral.Convolutional) architecture.ventral(), architecture.classes());
  }

  private static Sequential resNet(Ventral.ResNet resNet, int in, int classes) {
    boolean small = resNet.stem() == Ventral.ResNet.Stem.SMALL_IMAGES;
    Window window = small ? new Window(3, 1) : new Window(7, 2);
    Conv2d stem = convolution(resNet.channels(), window.kernel(), window.stride());
    if (in != 3) {
      // The authors rebuild torchvision's first convolution, which brings back PyTorch's default.
      stem.setInitializer(Initialisers.PYTORCH_DEFAULT, Parameter.Type.WEIGHT);
    }
    Sequential network =
        new Sequential()
            .then("conv1", stem, window)
            .then("bn1", new BatchNorm())
            .then("relu", Stateless.relu());
    if (!small) {
      network.then("maxpool", Stateless.maxPool(), new Window(3, 2));
    }
    int channelsIn = resNet.channels();
    for (int stage = 0; stage < resNet.blocks().size(); stage++) {
      int channels = resNet.channels() << stage;
      network.then("layer" + (stage + 1), stage(resNet, stage, channelsIn, channels));
      channelsIn = channels * resNet.expansion();
    }
    return network
        .then("avgpool", Stateless.averagePool(), Window.WHOLE)
        .then("fc", linearWithPyTorchDefault(classes, channelsIn));
  }

  private static Sequential stage(Ventral.ResNet resNet, int stage, int in, int channels) {
    int out = channels * resNet.expansion();
    Sequential blocks = new Sequential();
    for (int i = 0; i < resNet.blocks().get(stage); i++) {
      int stride = i == 0 && stage > 0 ? 2 : 1;
      int blockIn = i == 0 ? in : out;
      blocks.then(Integer.toString(i), new ResidualBlock(resNet, blockIn, channels, stride));
    }
    return blocks;
  }

  private static Sequential convolutional(Ventral.Convolutional ventral, int classes) {
    Sequential network = new Sequential();
    for (int i = 0; i < ventral.depth(); i++) {
      network
          .then("ventral_conv" + i, xavier(biased(32, 9)), new Window(9, 1))
          .then("ventral_relu" + i, Stateless.relu());
    }
    return network
        .then("ventral_flatten", Stateless.flatten(), Window.WHOLE)
        .then("ventral_fc1", xavier(Linear.builder().setUnits(ventral.units()).build()))
        .then("ventral_fc1_relu", Stateless.relu())
        .then("ventral_fc2", xavier(Linear.builder().setUnits(classes).build()));
  }

  /** A convolution of a ResNet: no bias, padding kernel / 2, torchvision's initialiser. */
  static Conv2d convolution(int out, int kernel, int stride) {
    Conv2d conv =
        Conv2d.builder()
            .setFilters(out)
            .setKernelShape(new Shape(kernel, kernel))
            .optStride(new Shape(stride, stride))
            .optPadding(new Shape(kernel / 2, kernel / 2))
            .optBias(false)
            .build();
    conv.setInitializer(Initialisers.KAIMING_NORMAL_FAN_OUT, Parameter.Type.WEIGHT);
    return conv;
  }

  private static Conv2d biased(int out, int kernel) {
    return Conv2d.builder()
        .setFilters(out)
        .setKernelShape(new Shape(kernel, kernel))
        .optPadding(new Shape(kernel / 2, kernel / 2))
        .build();
  }

  private static <B extends ai.djl.nn.Block> B xavier(B block) {
    block.setInitializer(Initialisers.XAVIER_UNIFORM, Parameter.Type.WEIGHT);
    block.setInitializer(Initializer.ZEROS, Parameter.Type.BIAS);
    return block;
  }

  private static Linear linearWithPyTorchDefault(int units, int in) {
    Linear linear = Linear.builder().setUnits(units).build();
    linear.setInitializer(Initialisers.PYTORCH_DEFAULT, Parameter.Type.WEIGHT);
    linear.setInitializer(Initialisers.uniform(1 / Math.sqrt(in)), Parameter.Type.BIAS);
    return linear;
  }
}
