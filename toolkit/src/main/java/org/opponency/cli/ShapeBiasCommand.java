package org.opponency.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.opponency.evaluation.CueDecision;
import org.opponency.evaluation.Predictions;
import org.opponency.evaluation.ShapeBias;
import org.opponency.images.CueConflictSet;
import org.opponency.images.LabelMap;
import org.opponency.images.LabelSpace;
import org.opponency.images.Unreadable;
import org.opponency.images.source.Images;
import org.opponency.models.Checkpoint;
import org.opponency.models.VisionModel;
import org.opponency.report.table.ResultTable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code opponency shape-bias}. */
@Command(
    name = "shape-bias",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the shape bias by category and over all, of a network on the published cue-conflict",
      "stimuli or of decisions in a CSV file (columns image and decision, one observer)."
    })
final class ShapeBiasCommand implements Callable<Integer> {
  @ArgGroup(exclusive = true, multiplicity = "1")
  private Source source;

  @Mixin private PictureOptions pictures;

  @Mixin private ModelsFolder models;

  @Spec private CommandSpec spec;

  private static final class Source {
    @Option(names = "--decisions", required = true, description = "CSV file of decisions")
    private Path decisions;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private Network network;
  }

  private static final class Network {
    @Option(
        names = "--weights",
        required = true,
        paramLabel = "FILE",
        description = "a file of weights, or a published network's name: see opponency models")
    private String weights;

    @Option(
        names = "--stimuli",
        required = true,
        description = "folder of <shape>/<shape>1-<texture>2.png")
    private Path stimuli;
  }

  @Override
  public Integer call() throws IOException {
    if (source.decisions != null) {
      List<CueDecision> decisions = CueDecision.read(source.decisions);
      print(decisions, ShapeBias.categories(decisions));
    } else {
      measure(models.read(source.network.weights));
    }
    return 0;
  }

  private void measure(Checkpoint checkpoint) {
    LabelMap answers = classes(checkpoint).toCategories();
    CueConflictSet stimuli = Images.cueConflict(source.network.stimuli);
    var preprocessing = pictures.preprocessing(checkpoint.architecture());
    try (VisionModel vision = VisionModel.of(checkpoint.network())) {
      var predictions = Predictions.of(vision, stimuli, preprocessing, Unreadable.REFUSE, answers);
      print(
          CueDecision.of("network", stimuli, predictions.rows(), answers.to()),
          answers.to().labels());
    }
  }

  /** ImageNet's 1,000 are known by their WordNet ids; others name themselves. */
  private static LabelSpace classes(Checkpoint checkpoint) {
    return checkpoint.classes().size() == LabelSpace.IMAGENET.size()
        ? LabelSpace.IMAGENET
        : new LabelSpace("the network", checkpoint.classes());
  }

  private void print(List<CueDecision> decisions, Collection<String> answers) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        ResultTable.of(ShapeBias.OfCategory.class, ShapeBias.byCategory(decisions, answers))
            .text());
    out.println(ResultTable.of(List.of(ShapeBias.of(decisions, answers))).text());
  }
}
