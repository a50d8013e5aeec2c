package org.opponency.cli;

import static org.opponency.io.Text.format;

import java.util.List;
import org.opponency.models.VisionModel;
import org.opponency.superstimuli.Ascent;
import org.opponency.superstimuli.Objective;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What to drive: a class, or a channel or cell of a layer. */
final class SuperStimulusTarget {
  private static final int NAMES = 20;

  @Option(
      names = "--class",
      paramLabel = "NAME|N",
      description = "a class, by its name or its number from 0")
  private String label;

  @ArgGroup(exclusive = false)
  private Layer layer;

  /** A layer and what of it. */
  static final class Layer {
    @Option(
        names = "--layer",
        required = true,
        paramLabel = "NAME",
        description = "a layer, such as retina.retina_conv2")
    private String name;

    @ArgGroup(multiplicity = "1")
    private Unit unit;
  }

  /** Which channel, and how much of it. */
  static final class Unit {
    @Option(
        names = "--channel",
        paramLabel = "N",
        description = "the mean of a channel of --layer, from 0")
    private Integer channel;

    @Option(
        names = "--cell",
        paramLabel = "N",
        description = "the centre cell of a channel of --layer, from 0")
    private Integer cell;
  }

  /**
   * The objective.
   *
   * @param classes names in label order
   */
  Objective objective(List<String> classes) {
    if (layer == null) {
      return Objective.logit(number(classes));
    }
    return isCell()
        ? Objective.cell(layer.name, layer.unit.cell)
        : Objective.channel(layer.name, layer.unit.channel);
  }

  /** Pictures of a cell are as large as what it sees. */
  Ascent fit(Ascent ascent, VisionModel vision) {
    return isCell() ? ascent.forCells(vision, layer.name) : ascent;
  }

  private boolean isCell() {
    return layer != null && layer.unit.cell != null;
  }

  private int number(List<String> classes) {
    if (classes.contains(label)) {
      return classes.indexOf(label);
    }
    if (label.matches("[0-9]{1,9}") && Integer.parseInt(label) < classes.size()) {
      return Integer.parseInt(label);
    }
    throw new IllegalArgumentException(refusal(classes));
  }

  private String refusal(List<String> classes) {
    if (classes.isEmpty()) {
      return format(
          "Expected a network with classes for --class %s, got a retina alone; ask for --layer with --cell or --channel",
          label);
    }
    List<String> first = classes.subList(0, Math.min(NAMES, classes.size()));
    return format(
        "Expected a class by its name, such as %s, or by its number from 0 to %d, got \"%s\"",
        String.join(", ", first), classes.size() - 1, label);
  }
}
