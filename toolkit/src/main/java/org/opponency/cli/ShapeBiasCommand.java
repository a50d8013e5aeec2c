package org.opponency.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.opponency.evaluation.CueDecision;
import org.opponency.evaluation.Predictions;
import org.opponency.evaluation.ShapeBias;
import org.opponency.images.CueConflictSet;
import org.opponency.images.LabelMap;
import org.opponency.images.LabelSpace;
import org.opponency.images.Unreadable;
import org.opponency.images.source.Images;
import org.opponency.io.Printable;
import org.opponency.report.table.ResultTable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opponency shape-bias}. */
@Command(
    name = "shape-bias",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the shape bias by category and over all, of a network on the published cue-conflict",
      "stimuli or of decisions in CSV files (columns image and decision); of several observers, that",
      "of each over all categories."
    })
final class ShapeBiasCommand implements Callable<Integer> {
  @ArgGroup(exclusive = true, multiplicity = "1")
  private Source source;

  @Mixin private PictureOptions pictures;

  @Mixin private ModelsFolder models;

  @Mixin private TorchScriptOptions script;

  @Mixin private Terminal terminal;

  private static final class Source {
    @Option(
        names = "--decisions",
        required = true,
        description = "CSV file of decisions, or a folder of an observer's each")
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
      print(decisions);
    } else {
      try (OpenNetwork network = script.open(source.network.weights, models)) {
        measure(network);
      }
    }
    return 0;
  }

  private void measure(OpenNetwork network) {
    LabelMap answers = classes(network.classes()).toCategories();
    CueConflictSet stimuli = Images.cueConflict(source.network.stimuli);
    var predictions =
        Predictions.of(
            network.vision(),
            stimuli,
            pictures.preprocessing(network.vision().architecture()),
            Unreadable.REFUSE,
            answers,
            StopSignal.progress());
    print(
        CueDecision.of("network", stimuli, predictions.rows(), answers.to()),
        answers.to().labels());
  }

  /** ImageNet's 1,000 are known by their WordNet ids; others name themselves. */
  private static LabelSpace classes(List<String> names) {
    return names.size() == LabelSpace.IMAGENET.size()
        ? LabelSpace.IMAGENET
        : new LabelSpace("the network", names);
  }

  /** Of one observer in a file, or of some. */
  private record OfObserver(String observer, ShapeBias bias) {}

  private void print(List<CueDecision> decisions) {
    Set<String> answers = ShapeBias.categories(decisions);
    var observers =
        decisions.stream()
            .collect(
                Collectors.groupingBy(CueDecision::observer, TreeMap::new, Collectors.toList()));
    if (observers.size() <= 1) {
      print(decisions, answers);
      return;
    }
    List<OfObserver> rows = new ArrayList<>();
    observers.forEach(
        (name, own) ->
            rows.add(new OfObserver(Printable.escaped(name), ShapeBias.of(own, answers))));
    terminal.print(rows);
  }

  private void print(List<CueDecision> decisions, Collection<String> answers) {
    var categories = ShapeBias.byCategory(decisions, answers);
    terminal.out().println(ResultTable.of(ShapeBias.OfCategory.class, categories).text());
    terminal.print(List.of(ShapeBias.of(decisions, answers)));
  }
}
