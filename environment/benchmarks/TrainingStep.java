import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /**
   * A network to time.
   *
   * @param perTurn steps until the others have their turn
   * @param warmUp turns that are not counted
   * @param turns turns that are
   */
  private record Subject(
      String title,
      String key,
      Architecture network,
      int batch,
      int perTurn,
      int warmUp,
      int turns) {
    int steps() {
      return 1 + perTurn * (warmUp + turns);
    }
  }

  private static final List<Subject> SUBJECTS =
      List.of(
          new Subject(
              "thin network, width 4, 64 images of 32 pixels",
              "thin",
              Architecture.thin(4, CLASSES, 32),
              64,
              5,
              8,
              12),
          new Subject(
              "retina and ResNet-50, width 4, 8 images of 224 pixels",
              "resnet50",
              Architecture.resNet(50, new Retina(4, 7)),
              8,
              1,
              2,
              9));

  private TrainingStep() {}

  /** Takes the number of threads, the Python interpreter and the path of training_step.py. */
  public static void main(String[] arguments) throws IOException {
    int threads = Integer.parseInt(arguments[0]);
    Compute.threads(threads);
    List<String> rows = new ArrayList<>();
    String versions = "";
    String before = load();
    for (Subject subject : SUBJECTS) {
      try (Peer contiguous = new Peer(arguments, subject.key(), "contiguous");
          Peer channelsLast = new Peer(arguments, subject.key(), "channels_last")) {
        versions = contiguous.versions();
        List<Double> own = run(subject, List.of(contiguous, channelsLast));
        rows.add(row(subject.title(), own, contiguous.times(), channelsLast.times()));
      }
    }
    print(threads, versions, before, rows);
  }

  private static void print(int threads, String versions, String before, List<String> rows)
      throws IOException {
    System.out.printf(
        """
# Time of a training step

%s, %s, threads: %d. Load of the machine (1 minute): %s before, %s after.
Java %s, DJL %s, libtorch %s; %s.

Milliseconds: median (minimum). Below 1, ours is the faster.

| network | Opponency | PyTorch | PyTorch, channels last | ratio to PyTorch | ratio to channels last |
|---|---|---|---|---|---|
""",
        LocalDate.now(),
        processor(),
        threads,
        before,
        load(),
        System.getProperty("java.version"),
        Compute.djlVersion(),
        Compute.libtorchVersion(),
        versions);
    rows.forEach(System.out::println);
  }

  private static String row(String title, List<Double> own, List<Double> plain, List<Double> last) {
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            title, times(own), times(plain), times(last), ratio(own, plain), ratio(own, last));
  }

  private static String times(List<Double> times) {
    return "%.0f (%.0f)".formatted(median(times), Collections.min(times));
  }

  private static String ratio(List<Double> own, List<Double> other) {
    return "%.2f (%.2f)"
        .formatted(median(own) / median(other), Collections.min(own) / Collections.min(other));
  }

  private static double median(List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg"), StandardCharsets.UTF_8).split(" ")[0];
  }

  private static String processor() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 2))
          .findFirst()
          .orElse("unknown processor");
    }
  }

  /** Milliseconds of our own steps; the peers keep theirs. */
  private static List<Double> run(Subject subject, List<Peer> peers) throws IOException {
    Turns turns = new Turns(subject, peers);
    Path folder = Files.createTempDirectory("training-step");
    try {
      training(subject, folder).run(turns);
    } catch (Finished expected) {
      return turns.own;
    } finally {
      Files.delete(folder);
    }
    throw new IllegalStateException("Training ended before its last turn");
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
        IntStream.range(0, subject.batch() * (subject.steps() + 1))
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

  /** Times each step of ours, and after some of them lets the peers take theirs. */
  private static final class Turns implements Consumer<Step> {
    private final Subject subject;
    private final List<Peer> peers;
    private final List<Double> own = new ArrayList<>();
    private long start;

    Turns(Subject subject, List<Peer> peers) {
      this.subject = subject;
      this.peers = peers;
    }

    @Override
    public void accept(Step step) {
      int timed = step.step() - 1; // the first step only starts the clock
      int turn = (timed - 1) / subject.perTurn();
      boolean counts = timed > 0 && turn >= subject.warmUp();
      if (counts) {
        own.add((System.nanoTime() - start) / 1e6);
      }
      if (timed > 0 && timed % subject.perTurn() == 0) {
        peers.forEach(peer -> peer.turn(subject.perTurn(), counts));
      }
      if (step.step() == subject.steps()) {
        throw new Finished();
      }
      start = System.nanoTime();
    }
  }

  /** training_step.py with the same network in one memory format. */
  private static final class Peer implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter orders;
    private final String versions;
    private final List<Double> times = new ArrayList<>();

    Peer(String[] command, String network, String format) throws IOException {
      process =
          new ProcessBuilder(command[1], command[2], network, format, command[0])
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      answers = process.inputReader(StandardCharsets.UTF_8);
      orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
      versions = answer();
    }

    String versions() {
      return versions;
    }

    List<Double> times() {
      return times;
    }

    void turn(int steps, boolean counts) {
      orders.println(steps);
      Stream<Double> taken = Stream.of(answer().split(" ")).map(Double::valueOf);
      if (counts) {
        taken.forEach(times::add);
      }
    }

    private String answer() {
      try {
        String line = answers.readLine();
        if (line == null) {
          throw new IllegalStateException("training_step.py has ended; its words are above");
        }
        return line;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
