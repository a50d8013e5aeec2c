import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opponency.images.Augmentation;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.orchard.Orchard;
import org.opponency.models.Architecture;
import org.opponency.models.Compute;
import org.opponency.models.Retina;
import org.opponency.training.Recipe;
import org.opponency.training.Rule;
import org.opponency.training.Schedule;
import org.opponency.training.Step;
import org.opponency.training.Training;

/** Times training steps, taking turns with training_step.py, and prints a table in Markdown. */
public final class TrainingStep {
  private static final int CLASSES = 10;
  private static final List<String> PEERS = List.of("PyTorch", "PyTorch, channels last");

  /** A network to time. */
  private record Subject(
      String title, String key, Architecture network, int batch, Turns.Rhythm rhythm) {}

  private static final List<Subject> SUBJECTS =
      List.of(
          new Subject(
              "thin network, width 4, 64 images of 32 pixels",
              "thin",
              Architecture.thin(4, CLASSES, 32),
              64,
              new Turns.Rhythm(5, 8, 12)),
          new Subject(
              "retina and ResNet-50, width 4, 8 images of 224 pixels",
              "resnet50",
              Architecture.resNet(50, new Retina(4, 7)),
              8,
              new Turns.Rhythm(1, 2, 9)));

  private TrainingStep() {}

  /** Takes the number of threads, the Python interpreter and the path of training_step.py. */
  public static void main(String[] arguments) throws IOException {
    String threads = arguments[0];
    String python = arguments[1];
    String script = arguments[2];
    Compute.threads(Integer.parseInt(threads));
    BesidePyTorch table = new BesidePyTorch();
    List<String> rows = new ArrayList<>();
    String versions = "";
    for (Subject subject : SUBJECTS) {
      try (Peer contiguous = new Peer(python, script, subject.key(), "contiguous", threads);
          Peer channelsLast = new Peer(python, script, subject.key(), "channels_last", threads)) {
        versions = contiguous.versions();
        List<Peer> peers = List.of(contiguous, channelsLast);
        rows.add(BesidePyTorch.row(subject.title(), run(subject, peers), peers));
      }
    }
    table.print("Time of a training step", Integer.parseInt(threads), versions, PEERS, rows);
  }

  /** Milliseconds of our own steps; the peers keep theirs. */
  private static List<Double> run(Subject subject, List<Peer> peers) throws IOException {
    Turns turns = new Turns(subject.rhythm(), peers);
    Path folder = Files.createTempDirectory("training-step");
    try {
      training(subject, folder).run(step -> after(step, subject, turns));
    } catch (Finished expected) {
      return turns.own();
    } finally {
      Files.delete(folder);
    }
    throw new IllegalStateException("Training ended before its last turn");
  }

  private static void after(Step step, Subject subject, Turns turns) {
    turns.after(step.step());
    if (step.step() == subject.rhythm().steps()) {
      throw new Finished();
    }
  }

  private static final class Finished extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** An epoch that is too long to end, without a checkpoint. */
  private static Training training(Subject subject, Path folder) {
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
            new Rule.Sgd(0.9, 1e-4),
            Schedule.constant(0.01),
            subject.batch(),
            1,
            Augmentation.flip(),
            Preprocessing.AS_IS,
            Integer.MAX_VALUE);
    return new Training(tenClasses, recipe, drawn.subset(again), drawn, 1, folder);
  }
}
