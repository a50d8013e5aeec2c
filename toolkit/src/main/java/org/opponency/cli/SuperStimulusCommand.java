package org.opponency.cli;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.opponency.images.RgbImage;
import org.opponency.io.AtomicFiles;
import org.opponency.io.Progress;
import org.opponency.models.Checkpoint;
import org.opponency.models.VisionModel;
import org.opponency.report.Png;
import org.opponency.report.notebook.ProgressBar;
import org.opponency.superstimuli.Ascent;
import org.opponency.superstimuli.Objective;
import org.opponency.superstimuli.SuperStimulus;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code opponency super-stimulus}. */
@Command(
    name = "super-stimulus",
    mixinStandardHelpOptions = true,
    description = {
      "Climbs to a picture that drives a class, a channel or a cell of a network as far as it can.",
      "Writes PNG files, and a line with step, value and file for each."
    })
final class SuperStimulusCommand implements Callable<Integer> {
  @Mixin private Weights weights;

  @ArgGroup(multiplicity = "1")
  private SuperStimulusTarget aim;

  @Option(names = "--minimise", description = "drive it down instead")
  private boolean minimise;

  @Option(
      names = "--steps",
      defaultValue = "256",
      paramLabel = "N",
      description = "default: ${DEFAULT-VALUE}")
  private int steps;

  @Option(
      names = "--save-at",
      split = ",",
      paramLabel = "N",
      description = "also save the pictures after these steps, 0 for the random one")
  private List<Integer> earlier = List.of();

  @Option(
      names = "--seed",
      defaultValue = "0",
      paramLabel = "N",
      description = "of the random picture; default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "last picture, a PNG; earlier ones get their step before the ending")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Checkpoint checkpoint = weights.read();
    try (VisionModel vision = VisionModel.of(checkpoint.network())) {
      Objective objective = aim.objective(checkpoint.classes());
      ProgressBar bar = ProgressBar.onStandardError();
      List<SuperStimulus> saved =
          ascent(vision)
              .run(
                  vision,
                  List.of(minimise ? objective.negative() : objective),
                  seed,
                  step -> bar.accept(new Progress(objective.toString(), step, steps, "")));
      write(saved);
    }
    return 0;
  }

  private Ascent ascent(VisionModel vision) {
    Ascent ascent = Ascent.of(steps, vision.architecture().imageSize());
    return aim.fit(ascent, vision).savingAt(earlier.stream().mapToInt(step -> step).toArray());
  }

  private void write(List<SuperStimulus> saved) {
    PrintWriter lines = spec.commandLine().getOut();
    lines.println("step,value,file");
    for (SuperStimulus one : saved) {
      Path file = one.step() == steps ? out : numbered(one.step());
      write(one.image(), file.toAbsolutePath());
      double value = minimise ? -one.value() : one.value();
      lines.println(format("%d,%.6f,%s", one.step(), value, file));
    }
    lines.flush();
  }

  private Path numbered(int step) {
    String name = out.getFileName().toString();
    int end = name.endsWith(".png") ? name.length() - 4 : name.length();
    return out.resolveSibling(name.substring(0, end) + "-" + step + name.substring(end));
  }

  private static void write(RgbImage image, Path file) {
    AtomicFiles.write(file, Png.encode(image));
  }
}
