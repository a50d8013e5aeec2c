package org.opponency.cli;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.opponency.io.AtomicFiles;
import org.opponency.io.Progress;
import org.opponency.models.Checkpoint;
import org.opponency.models.VisionModel;
import org.opponency.report.Png;
import org.opponency.superstimuli.Ascent;
import org.opponency.superstimuli.Objective;
import org.opponency.superstimuli.SuperStimulus;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opponency super-stimulus}. */
@Command(
    name = "super-stimulus",
    mixinStandardHelpOptions = true,
    description = {
      "Climbs to a picture that drives a class, a channel or a cell of a network as far as it can.",
      "Writes the last picture as a PNG file, earlier ones beside it with their step before the",
      "ending, and a line with step, value and file for each."
    })
final class SuperStimulusCommand implements Callable<Integer> {
  @Mixin private WeightsOption weights;

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

  @Mixin private OutputFile out;

  @Mixin private Terminal terminal;

  @Override
  public Integer call() throws IOException {
    Path last = out.ready();
    earlier.forEach(step -> OutputFile.ready(file(last, step)));
    Checkpoint checkpoint = weights.read();
    try (VisionModel vision = VisionModel.of(checkpoint.network())) {
      Objective objective = aim.objective(checkpoint.classes());
      Consumer<Progress> bar = StopSignal.progress();
      List<SuperStimulus> saved =
          ascent(vision)
              .run(
                  vision,
                  List.of(minimise ? objective.negative() : objective),
                  seed,
                  step -> bar.accept(new Progress(objective.toString(), step, steps, "")));
      write(saved, last);
    }
    return 0;
  }

  private Ascent ascent(VisionModel vision) {
    Ascent ascent = Ascent.of(steps, vision.architecture().imageSize());
    return aim.fit(ascent, vision).savingAt(earlier.stream().mapToInt(step -> step).toArray());
  }

  private void write(List<SuperStimulus> saved, Path last) {
    PrintWriter lines = terminal.out();
    lines.println("step,value,file");
    for (SuperStimulus one : saved) {
      Path file = file(last, one.step());
      AtomicFiles.write(file.toAbsolutePath(), Png.encode(one.image()));
      double value = minimise ? -one.value() : one.value();
      lines.println(format("%d,%.6f,%s", one.step(), value, file));
    }
    lines.flush();
  }

  private Path file(Path last, int step) {
    if (step == steps) {
      return last;
    }
    String name = last.getFileName().toString();
    int end = name.endsWith(".png") ? name.length() - 4 : name.length();
    return last.resolveSibling(name.substring(0, end) + "-" + step + name.substring(end));
  }
}
