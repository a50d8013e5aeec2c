package org.opponency.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.opponency.models.Devices;
import org.opponency.report.ProgressBar;
import org.opponency.report.ResultTable;
import org.opponency.study.ModelRun;
import org.opponency.study.OwnTraining;
import org.opponency.study.Study;
import org.opponency.study.TrainingCost;
import org.opponency.study.TrainingSummary;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code opponency train}. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Trains the study's networks that are not trained yet and prints a table of all.",
      "Scale and data come from OPPONENCY_SCALE, OPPONENCY_DATA and OPPONENCY_SIZE.",
      "With --recipe, trains one network on images of your own instead.",
      "A training that was stopped goes on where it was when it is started again."
    })
final class Train implements Callable<Integer> {
  @Option(
      names = "--widths",
      split = ",",
      paramLabel = "N",
      description = "Bottleneck widths, 0 for no retina; default: 1,2,4,8,16,32,0.")
  private List<Integer> widths = defaultWidths();

  @Option(
      names = "--dry-run",
      description = {
        "train nothing; print model, parameters, steps, memory and, from a short measured burst,",
        "the time it would take"
      })
  private boolean dryRun;

  @ArgGroup(exclusive = false, heading = "One network on your own images:%n")
  private OwnTrainingOptions own;

  @Spec private CommandSpec spec;

  private static List<Integer> defaultWidths() {
    List<Integer> all = new ArrayList<>(Study.WIDTHS);
    all.add(0);
    return all;
  }

  @Override
  public Integer call() {
    if (own != null) {
      ofOwnImages(own.training());
    } else {
      ofTheStudy(Study.open().reporting(ProgressBar.onStandardError()));
    }
    return 0;
  }

  private void ofOwnImages(OwnTraining training) {
    if (dryRun) {
      print(training.forecast().lines());
    } else {
      report(List.of(training.run(ProgressBar.onStandardError())));
    }
  }

  private void ofTheStudy(Study study) {
    if (dryRun) {
      widths.forEach(width -> print(OwnTraining.of(study, width).forecast().lines()));
    } else {
      report(study.models(widths.stream().mapToInt(w -> w).toArray()));
    }
  }

  private void report(List<ModelRun> models) {
    var rows = models.stream().map(TrainingSummary::of).toList();
    spec.commandLine()
        .getOut()
        .println(ResultTable.of(rows).percent("accuracy").percent("validationAccuracy").text());
    print(TrainingCost.of(models, Devices.automatic()).lines());
  }

  private void print(List<? extends Record> rows) {
    spec.commandLine().getOut().println(ResultTable.of(rows).text());
  }
}
