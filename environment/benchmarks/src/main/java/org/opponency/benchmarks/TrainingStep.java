package org.opponency.benchmarks;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.opponency.engine.Compute;
import org.opponency.engine.Devices;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.batch.Augmentation;
import org.opponency.models.Architecture;
import org.opponency.models.Retina;
import org.opponency.models.script.Numerics;
import org.opponency.orchard.Orchard;
import org.opponency.training.Execution;
import org.opponency.training.Recipe;
import org.opponency.training.Schedule;
import org.opponency.training.Step;
import org.opponency.training.Training;
import org.opponency.training.UpdateRule;

/** Times training steps, taking turns with training_step.py, and prints a table in Markdown. */
public final class TrainingStep {
  private static final int CLASSES = 10;
  private static final List<String> PEERS = List.of("PyTorch", "PyTorch, channels last");

  private static final Devices DEVICES = Devices.automatic();

  /** A network to time. */
  private record Subject(
      String title,
      String key,
      Architecture network,
      UpdateRule rule,
      int batch,
      Turns.Rhythm rhythm) {
    String title(Numerics numerics) {
      String type = numerics == Numerics.EXACT ? "float32" : "bfloat16";
      return format("%s, %d images, %s", title, batch, type);
    }
  }

  private static final UpdateRule SGD = new UpdateRule.Sgd(0.9, 1e-4);

  private static final List<Subject> ON_CPU =
      List.of(
          new Subject(
              "thin network, width 4, 32 pixels",
              "thin",
              Architecture.thin(4, CLASSES, 32),
              SGD,
              64,
              new Turns.Rhythm(5, 60, 9)),
          new Subject(
              "network for CIFAR-10, width 4, depth 2, 32 pixels",
              "cifar10",
              Architecture.cifar10(4, 2),
              new UpdateRule.RmsProp(0.9, 1e-8, 1e-6),
              32,
              new Turns.Rhythm(2, 20, 9)),
          resNet50(8, new Turns.Rhythm(1, 25, 5)));

  private static final List<Subject> ON_GPU =
      List.of(resNet50(64, new Turns.Rhythm(5, 4, 10)), resNet50(128, new Turns.Rhythm(5, 4, 10)));

  private TrainingStep() {}

  private static Subject resNet50(int batch, Turns.Rhythm rhythm) {
    Architecture network = Architecture.resNet(50, new Retina(4, 7));
    return new Subject(
        "retina and ResNet-50, width 4, 224 pixels", "resnet50", network, SGD, batch, rhythm);
  }

  /** Takes the number of threads, the Python interpreter and the path of training_step.py. */
  public static void main(String[] arguments) throws IOException {
    int threads = Integer.parseInt(arguments[0]);
    Compute.threads(threads);
    BesidePyTorch table = new BesidePyTorch();
    List<String> rows = new ArrayList<>();
    String versions = "";
    for (Subject subject : DEVICES.areGpus() ? ON_GPU : ON_CPU) {
      for (Numerics numerics : Numerics.values()) {
        try (Peer contiguous = peer(arguments, subject, "contiguous", numerics);
            Peer channelsLast = peer(arguments, subject, "channels_last", numerics)) {
          versions = contiguous.versions() + "; " + DEVICES;
          List<Peer> peers = List.of(contiguous, channelsLast);
          rows.add(
              BesidePyTorch.row(subject.title(numerics), run(subject, numerics, peers), peers));
        }
      }
    }
    table.print("Time of a training step", threads, versions, PEERS, rows);
  }

  private static Peer peer(String[] arguments, Subject subject, String format, Numerics numerics)
      throws IOException {
    return new Peer(
        arguments[1],
        arguments[2],
        subject.key(),
        format,
        arguments[0],
        Integer.toString(subject.batch()),
        DEVICES.areGpus() ? "cuda" : "cpu",
        numerics.name().toLowerCase(Locale.ROOT));
  }

  /** Our own steps; the peers keep theirs. */
  private static Turns run(Subject subject, Numerics numerics, List<Peer> peers)
      throws IOException {
    Turns turns = new Turns(subject.rhythm(), peers);
    Path folder = Files.createTempDirectory("training-step");
    try {
      training(subject, numerics, folder).run(step -> after(step, subject, turns));
    } catch (Finished expected) {
      return turns;
    } finally {
      Scratch.remove(folder);
    }
    throw new IllegalStateException("Training ended before its last turn");
  }

  private static void after(Step step, Subject subject, Turns turns) {
    finish();
    turns.after(step.step());
    if (step.step() == subject.rhythm().steps()) {
      throw new Finished();
    }
  }

  /** Waits until the device has done all it was told to: its copy comes after that. */
  private static void finish() {
    try (NDManager scope = NDManager.newBaseManager(DEVICES.all().get(0))) {
      scope.create(0f).getFloat();
    }
  }

  private static final class Finished extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** An epoch that is too long to end, without a checkpoint. */
  private static Training training(Subject subject, Numerics numerics, Path folder) {
    Architecture network = subject.network();
    Architecture tenClasses =
        new Architecture(
            network.retina(),
            network.ventral(),
            CLASSES,
            network.imageSize(),
            network.normalisation());
    ImageSet drawn = Orchard.ofSize(network.imageSize()).train(8).inMemory();
    int[] again =
        IntStream.range(0, subject.batch() * (subject.rhythm().steps() + 1))
            .map(i -> i % drawn.size())
            .toArray();
    Recipe recipe =
        new Recipe(
            subject.rule(),
            Schedule.constant(1e-4),
            subject.batch(),
            1,
            Augmentation.flip(),
            Preprocessing.AS_IS,
            Integer.MAX_VALUE);
    Execution execution =
        Execution.on(new Devices(DEVICES.all().subList(0, 1), DEVICES.why(), false)).with(numerics);
    return new Training(tenClasses, recipe, drawn.subset(again), drawn, 1, folder).on(execution);
  }
}
