package org.opponency.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.opponency.evaluation.CueDecision;
import org.opponency.evaluation.ErrorAgreement;
import org.opponency.evaluation.Observers;
import org.opponency.evaluation.Observers.OfObserver;
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
      "of each over all categories, and how far every two err on the same stimuli."
    })
final class ShapeBiasCommand implements Callable<Integer> {
  private static final String NETWORK = "network";

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

    @Option(
        names = "--people",
        paramLabel = "FOLDER",
        description = "also compare its errors with those of observers, whose CSV files these are")
    private Optional<Path> people = Optional.empty();
  }

  @Override
  public Integer call() throws IOException {
    if (source.decisions != null) {
      List<CueDecision> decisions = CueDecision.read(source.decisions);
      print(decisions);
    } else {
      try (OpenNetwork network =
          script.open(source.network.weights, () -> models.read(source.network.weights))) {
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
    List<String> labels = answers.to().labels();
    var decisions = CueDecision.of(NETWORK, stimuli, predictions.rows(), answers.to());
    print(decisions, labels);
    source.network.people.ifPresent(
        people -> terminal.print(Observers.read(people).people().with(NETWORK, decisions, labels)));
  }

  /** ImageNet's 1,000 are known by their WordNet ids; others name themselves. */
  private static LabelSpace classes(List<String> names) {
    return names.size() == LabelSpace.IMAGENET.size()
        ? LabelSpace.IMAGENET
        : new LabelSpace("the network", names);
  }

  private void print(List<CueDecision> decisions) {
    Observers observers = Observers.of(decisions);
    if (observers.names().size() <= 1) {
      print(decisions, ShapeBias.categories(decisions));
    } else {
      print(observers);
    }
  }

  /** Of each, of all people's trials together, and how alike they err. */
  private void print(Observers observers) {
    Collection<String> answers = observers.categories();
    List<OfObserver> rows = new ArrayList<>(observers.shapeBias(answers));
    rows.replaceAll(row -> new OfObserver(Printable.escaped(row.observer()), row.bias()));
    Observers people = observers.people();
    rows.add(
        new OfObserver(
            people.equals(observers) ? "all together" : "people together",
            people.together(answers)));
    terminal.print(rows);
    List<ErrorAgreement> pairs = observers.ceiling(answers);
    if (!pairs.isEmpty()) {
      terminal.print(pairs);
    }
  }

  private void print(List<CueDecision> decisions, Collection<String> answers) {
    var categories = ShapeBias.byCategory(decisions, answers);
    terminal.out().println(ResultTable.of(ShapeBias.OfCategory.class, categories).text());
    terminal.print(List.of(ShapeBias.of(decisions, answers)));
  }
}
