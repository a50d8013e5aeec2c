package org.opponency.models;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A network's pass as TorchScript, in the dialect of saved archives. ReLUs and sums of residual
 * blocks overwrite what they are given, which nobody else needs.
 *
 * <p>Convolutions with few maps take several pixels together: see {@link SpaceToDepth}.
 */
final class ScriptText {
  /** Numbers of element types in an archive ({@code c10/core/ScalarType.h}). */
  private static final Map<DataType, Integer> TYPES =
      Map.of(DataType.FLOAT32, 6, DataType.FLOAT64, 7, DataType.BFLOAT16, 15);

  /**
   * Weights from which a fully connected layer is worth parts: libtorch splits one product of a few
   * rows with so many badly among threads.
   */
  private static final long LARGE = 1 << 22;

  private static final int PARTS = 8;

  private static final Set<String> STATELESS =
      Set.of("ReLU", "maxPool2d", "globalAvgPool2d", "batchFlatten");

  /** What convolutions and fully connected layers of a training pass compute in. */
  private final Optional<Integer> type;

  /** How many pixels may be taken together. */
  private final int most;

  /** Values whose maps are those of pixels taken together. */
  private final Map<String, SpaceToDepth> together = new HashMap<>();

  private final StringBuilder body = new StringBuilder();
  private final List<Supplier<NDArray>> weights = new ArrayList<>();
  private int values;

  private ScriptText(Optional<Integer> type, int most) {
    this.type = type;
    this.most = most;
  }

  /**
   * A module's code.
   *
   * @param code with a method {@code forward(x: Tensor, p: List[Tensor]) -> Tensor} from the first
   *     layer's input to the last one's output
   * @param weights what {@code p} has to be
   */
  record Module(String code, List<Supplier<NDArray>> weights) {}

  /**
   * Writes a pass in training mode. Convolutions and fully connected layers compute in one element
   * type whatever the weights have, as under PyTorch's {@code autocast}; batch norm keeps its
   * float32 weights and statistics, and logits are float32. All layers have to be known.
   *
   * @param type of convolutions and fully connected layers, bfloat16 or float32
   * @param most how many pixels side by side may be taken together: a power of two that divides the
   *     width of the input, 1 for none
   */
  static Module training(Sequential network, DataType type, int most) {
    ScriptText text = new ScriptText(Optional.of(TYPES.get(type)), most);
    String logits = text.chain(network, network.way(), "x");
    return text.module(format("torch.to(%s, %d)", logits, TYPES.get(DataType.FLOAT32)));
  }

  /**
   * Writes a pass in eval mode, through a network or a part of it, with weights that stay as they
   * are: a batch norm becomes part of the convolution before it. All layers have to be known.
   *
   * @param most as for {@link #training}
   */
  static Module frozen(Sequential network, int most) {
    ScriptText text = new ScriptText(Optional.empty(), most);
    return text.module(text.apart(text.chain(network, network.way(), "x")));
  }

  /**
   * Refuses a network that cannot be written.
   *
   * @throws IllegalArgumentException if there is such a layer; it says of what kind
   */
  static void requireKnown(Block block) {
    unknown(block)
        .ifPresent(
            kind -> {
              throw new IllegalArgumentException(
                  format("Fast numerics know no layer %s; train it with exact numerics", kind));
            });
  }

  /** The kind of a layer that cannot be written, if there is one. */
  static Optional<String> unknown(Block block) {
    if (block instanceof Stage stage) {
      return stage.childNames().stream()
          .flatMap(name -> unknown(stage.child(name)).stream())
          .findFirst();
    }
    boolean known =
        block instanceof Conv2d
            || block instanceof Linear
            || block instanceof BatchNorm
            || STATELESS.contains(ModuleTree.kind(block));
    return known ? Optional.empty() : Optional.of(ModuleTree.kind(block));
  }

  private Module module(String result) {
    return new Module(code(body, result), weights);
  }

  /** A module that returns a result of its statements: see {@link Module#code}. */
  static String code(CharSequence body, String result) {
    return format(
        """
        class M(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
          def forward(self: __torch__.M, x: Tensor, p: List[Tensor]) -> Tensor:
        %s    return %s
        """,
        body, result);
  }

  private String chain(Stage stage, List<String> names, String x) {
    String y = x;
    for (int i = 0; i < names.size(); i++) {
      Block block = stage.child(names.get(i));
      Block next = i + 1 < names.size() ? stage.child(names.get(i + 1)) : block;
      if (type.isEmpty() && block instanceof Conv2d conv && next instanceof BatchNorm norm) {
        y = folded(conv, norm, y);
        i++;
      } else {
        y = layer(block, y);
      }
    }
    return y;
  }

  private String folded(Conv2d conv, BatchNorm norm, String x) {
    NDArray weight = array(conv, "weight");
    NDArray bias = // that of a convolution without one is 0
        conv.getDirectParameters().contains("bias")
            ? array(conv, "bias")
            : weight.getManager().zeros(new Shape(weight.getShape().get(0)), weight.getDataType());
    return convolved(conv, x, weight(norm.scaled(weight)), weight(norm.shifted(bias)));
  }

  private String layer(Block block, String x) {
    if (block instanceof Sequential sequence) {
      return chain(sequence, sequence.way(), x);
    }
    if (block instanceof ResidualBlock residual) {
      return residual(residual, x);
    }
    if (block instanceof Conv2d conv) {
      boolean biased = conv.getDirectParameters().contains("bias");
      return convolved(conv, x, weight(conv, "weight"), biased ? weight(conv, "bias") : "None");
    }
    if (!ModuleTree.kind(block).equals("ReLU")) {
      return value(operation(block, apart(x)));
    }
    String y = value(format("torch.relu_(%s)", x));
    if (together.containsKey(x)) {
      together.put(y, together.get(x));
    }
    return y;
  }

  private String residual(ResidualBlock block, String x) {
    String input = value(apart(x));
    String branch = chain(block, block.way(), input);
    String shortcut = block.shortcut().map(name -> layer(block.child(name), input)).orElse(input);
    return value(format("torch.relu_(torch.add_(%s, %s))", branch, shortcut));
  }

  private String operation(Block block, String x) {
    if (block instanceof Linear linear) {
      return connected(linear, x);
    }
    if (block instanceof BatchNorm norm) {
      return format(
          "torch.batch_norm(%s, %s, %s, %s, %s, %s, %s, %s, True)",
          x,
          weight(norm, "weight"),
          weight(norm, "bias"),
          weight(norm, "running_mean"),
          weight(norm, "running_var"),
          type.isPresent() ? "True" : "False",
          BatchNorm.MOMENTUM,
          BatchNorm.EPSILON);
    }
    return stateless(ModuleTree.kind(block), x);
  }

  /**
   * A fully connected layer. A large one is the sum of the products of parts of its inputs, of
   * which each thread takes its own; not in training, where the gradient of the weights is slower.
   */
  private String connected(Linear linear, String x) {
    Shape shape = array(linear, "weight").getShape();
    String weight = weight(linear, "weight");
    String bias = weight(linear, "bias");
    if (type.isPresent() || shape.size() < LARGE || shape.get(1) % PARTS != 0) {
      return format("torch.linear(%s, %s, %s)", cast(x), cast(weight), cast(bias));
    }
    long each = shape.get(1) / PARTS;
    String inputs = format("torch.reshape(%s, [-1, %d, %d])", x, PARTS, each);
    String weights = format("torch.reshape(%s, [%d, %d, %d])", weight, shape.get(0), PARTS, each);
    return format(
        "torch.add(torch.sum(torch.bmm(torch.permute(%s, [1, 0, 2]), "
            + "torch.permute(%s, [1, 2, 0])), [0]), %s)",
        inputs, weights, bias);
  }

  /** The first convolution of a training is taken as it is: no gradient goes on to the pixels. */
  private String convolved(Conv2d conv, String x, String weight, String bias) {
    boolean first = type.isPresent() && x.equals("x");
    SpaceToDepth pixels = SpaceToDepth.of(conv, first ? 1 : most);
    String y =
        value(
            format(
                "torch.conv2d(%s, %s, %s, %s, %s, [1, 1], 1)",
                cast(pixels.together(apart(x))),
                cast(ofWeights(conv, pixels.weight(weight))),
                bias.equals("None") ? bias : cast(ofWeights(conv, pixels.bias(bias))),
                list(conv.getStride()),
                list(pixels.paddingTogether())));
    together.put(y, pixels);
    return y;
  }

  /** What is made of weights alone: once where they stay as they are, in training in each pass. */
  private String ofWeights(Conv2d conv, String expression) {
    if (type.isPresent() || expression.startsWith("p[")) {
      return expression;
    }
    Module once = new Module(code("", expression), List.copyOf(weights));
    NDArray any = array(conv, "weight");
    try (NDArray input = any.duplicate()) { // the array itself may be among the weights
      input.setName(null);
      return weight(new ScriptPass(any.getManager(), most -> once).of(input));
    }
  }

  /** Maps of single pixels. */
  private String apart(String x) {
    return together.containsKey(x) ? together.get(x).apart(x) : x;
  }

  private static String stateless(String kind, String x) {
    return switch (kind) {
      case "maxPool2d" -> format("torch.max_pool2d(%s, [3, 3], [2, 2], [1, 1])", x);
      case "globalAvgPool2d" ->
          format("torch.flatten(torch.adaptive_avg_pool2d(%s, [1, 1]), 1)", x);
      default -> format("torch.flatten(%s, 1)", x);
    };
  }

  static NDArray array(Block block, String name) {
    return block.getDirectParameters().get(name).getArray();
  }

  private String weight(Block block, String name) {
    return weight(() -> array(block, name));
  }

  private String weight(NDArray array) {
    return weight(() -> array);
  }

  private String weight(Supplier<NDArray> array) {
    weights.add(array);
    return format("p[%d]", weights.size() - 1);
  }

  private String cast(String tensor) {
    return type.map(number -> format("torch.to(%s, %d)", tensor, number)).orElse(tensor);
  }

  private static String list(Shape shape) {
    return format("[%d, %d]", shape.get(0), shape.get(1));
  }

  private String value(String expression) {
    String name = "h" + values++;
    body.append(format("    %s = %s\n", name, expression));
    return name;
  }
}
