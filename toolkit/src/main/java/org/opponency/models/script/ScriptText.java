package org.opponency.models.script;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import java.util.ArrayList;
import java.util.List;
import org.opponency.models.BatchNorm;
import org.opponency.models.ModuleTree;
import org.opponency.models.ResidualBlock;
import org.opponency.models.Sequential;
import org.opponency.models.Stage;

/**
 * A network's pass in training mode as TorchScript, in the dialect of saved archives. Convolutions
 * and fully connected layers compute in one element type whatever the weights have, as under
 * PyTorch's {@code autocast}; batch norm keeps its float32 weights and statistics.
 */
final class ScriptText {
  /** Numbers of element types in an archive ({@code c10/core/ScalarType.h}). */
  static final int FLOAT32 = 6;

  /** See {@link #FLOAT32}. */
  static final int BFLOAT16 = 15;

  private final int type;
  private final StringBuilder body = new StringBuilder();
  private final List<Parameter> parameters = new ArrayList<>();
  private int values;

  private ScriptText(int type) {
    this.type = type;
  }

  /**
   * A module's code.
   *
   * @param code with a method {@code forward(x: Tensor, p: List[Tensor]) -> Tensor} from normalised
   *     pixels to float32 logits
   * @param parameters what {@code p} has to be
   */
  record Module(String code, List<Parameter> parameters) {}

  /**
   * Writes a network's module.
   *
   * @param type of convolutions and fully connected layers, {@link #BFLOAT16} or {@link #FLOAT32}
   * @throws IllegalArgumentException if the network has layers that cannot be written
   */
  static Module of(Sequential network, int type) {
    ScriptText text = new ScriptText(type);
    String logits = text.sequence(network, "x");
    String code =
        format(
            """
            class M(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def forward(self: __torch__.M, x: Tensor, p: List[Tensor]) -> Tensor:
            %s    return torch.to(%s, %d)
            """,
            text.body, logits, FLOAT32);
    return new Module(code, text.parameters);
  }

  private String sequence(Sequential stage, String x) {
    return chain(stage, stage.childNames(), x);
  }

  private String chain(Stage stage, List<String> names, String x) {
    String y = x;
    for (String name : names) {
      y = layer(stage.child(name), y);
    }
    return y;
  }

  private String layer(Block block, String x) {
    if (block instanceof Sequential sequence) {
      return sequence(sequence, x);
    }
    if (block instanceof ResidualBlock residual) {
      return residual(residual, x);
    }
    return value(operation(block, x));
  }

  private String residual(ResidualBlock block, String x) {
    String branch = chain(block, block.way(), x);
    String shortcut = block.shortcut().map(name -> layer(block.child(name), x)).orElse(x);
    return value(format("torch.relu(torch.add(%s, %s))", branch, shortcut));
  }

  private String operation(Block block, String x) {
    if (block instanceof Conv2d conv) {
      return format(
          "torch.conv2d(%s, %s, %s, %s, %s, [1, 1], 1)",
          cast(x),
          cast(parameter(conv, "weight")),
          conv.getDirectParameters().contains("bias") ? cast(parameter(conv, "bias")) : "None",
          list(conv.getStride()),
          list(conv.getPadding()));
    }
    if (block instanceof Linear linear) {
      return format(
          "torch.linear(%s, %s, %s)",
          cast(x), cast(parameter(linear, "weight")), cast(parameter(linear, "bias")));
    }
    if (block instanceof BatchNorm norm) {
      return format(
          "torch.batch_norm(%s, %s, %s, %s, %s, True, %s, %s, True)",
          x,
          parameter(norm, "weight"),
          parameter(norm, "bias"),
          parameter(norm, "running_mean"),
          parameter(norm, "running_var"),
          BatchNorm.MOMENTUM,
          BatchNorm.EPSILON);
    }
    return stateless(ModuleTree.kind(block), x);
  }

  private static String stateless(String kind, String x) {
    return switch (kind) {
      case "ReLU" -> format("torch.relu(%s)", x);
      case "maxPool2d" -> format("torch.max_pool2d(%s, [3, 3], [2, 2], [1, 1])", x);
      case "globalAvgPool2d" ->
          format("torch.flatten(torch.adaptive_avg_pool2d(%s, [1, 1]), 1)", x);
      case "batchFlatten" -> format("torch.flatten(%s, 1)", x);
      default ->
          throw new IllegalArgumentException(
              format("Fast numerics know no layer %s; train it with exact numerics", kind));
    };
  }

  private String parameter(Block block, String name) {
    parameters.add(block.getDirectParameters().get(name));
    return format("p[%d]", parameters.size() - 1);
  }

  private String cast(String tensor) {
    return format("torch.to(%s, %d)", tensor, type);
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
