package org.opponency.cli;

import static org.opponency.io.Text.format;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.opponency.engine.Devices;
import org.opponency.study.Study;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.OwnTraining;
import org.opponency.study.networks.StudySettings;
import org.opponency.study.networks.TrainingCost;
import org.opponency.study.networks.TrainingSummary;
import org.opponency.training.Execution;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opponency train}. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Trains the study's networks that are not trained yet and prints a table of all.",
      "Scale and data come from OPPONENCY_SCALE, OPPONENCY_DATA and OPPONENCY_SIZE; what computes"
          + " from OPPONENCY_DEVICES, OPPONENCY_MICRO_BATCH (most images at a time on a device) and"
          + " OPPONENCY_NUMERICS (exact or fast).",
      "With --recipe, trains one network on images of your own instead.",
      "A training that was stopped goes on where it was when it is started again."
    })
final class Train implements Callable<Integer> {
  @Option(
      names = "--widths",
      split = ",",
      paramLabel = "N",
      description = "Bottleneck widths, 0 for no retina; default: 1,2,4,8,16,32,0.")
  private int[] widths;

  @Option(
      names = "--devices",
      paramLabel = "NAMES",
      description =
          "Such as gpu0,gpu1 or cpu; default: OPPONENCY_DEVICES, else all GPUs, else the CPU.")
  private String devices;

  @Option(
      names = "--dry-run",
      description = {
        "train nothing; print model, parameters, steps, memory and, from a short measured burst,",
        "the time it would take"
      })
  private boolean dryRun;

  @ArgGroup(exclusive = false, heading = "One network on your own images:%n")
  private OwnTrainingOptions own;

  @Mixin private Terminal terminal;

  private Execution execution() {
    Execution execution = StudySettings.executionOfEnvironment();
    return devices == null ? execution : execution.with(Devices.named(devices));
  }

  @Override
  public Integer call() {
    if (own != null && widths != null) {
      throw new IllegalArgumentException(
          format(
              "Expected no --widths with --recipe, which trains one network, got %s; give --width",
              Arrays.toString(widths)));
    } else if (own != null) {
      ofOwnImages(own.training(), execution());
    } else {
      ofTheStudy(Study.open(StopSignal.progress()).computedBy(execution()));
    }
    return 0;
  }

  private void ofOwnImages(OwnTraining training, Execution execution) {
    if (dryRun) {
      terminal.print(training.forecast(execution).lines());
    } else {
      OutputFile.folder(training.folder());
      tell(execution);
      report(List.of(training.run(execution, StopSignal.progress())), execution);
    }
  }

  private void ofTheStudy(Study study) {
    study.requireTraining();
    Execution execution = study.execution();
    int[] asked = widths == null ? Study.widthsAndReference() : widths;
    if (dryRun) {
      for (int width : asked) {
        terminal.print(OwnTraining.of(study, width).forecast(execution).lines());
      }
    } else {
      tell(execution);
      report(study.models(asked), execution);
    }
  }

  private void tell(Execution execution) {
    terminal.tell("Training on " + execution.devices());
  }

  private void report(List<ModelRun> models, Execution execution) {
    terminal.print(models.stream().map(TrainingSummary::of).toList());
    terminal.print(TrainingCost.of(models, execution.devices()).lines());
  }
}
