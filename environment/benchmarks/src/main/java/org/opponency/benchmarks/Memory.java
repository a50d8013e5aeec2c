package org.opponency.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.opponency.engine.Compute;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.batch.Augmentation;
import org.opponency.models.Architecture;
import org.opponency.orchard.Orchard;
import org.opponency.training.Recipe;
import org.opponency.training.Training;

/** Trains the thin network for 2,000 steps and prints its resident memory in Markdown. */
public final class Memory {
  private static final int STEPS = 2000;
  private static final int EPOCHS = 40;
  private static final int BATCH = 64;

  private Memory() {}

  /** Takes the JVM's memory flags, to name them. */
  public static void main(String[] arguments) throws IOException {
    Compute.threads(1);
    Map<Integer, Double> resident = new TreeMap<>();
    Path folder = Files.createTempDirectory("memory");
    training(folder)
        .run(
            step -> {
              if (step.step() % 250 == 0) {
                resident.put(step.step(), Machine.residentMebibytes());
              }
            });
    Scratch.remove(folder);
    print(arguments[0], resident);
  }

  /** The laptop recipe: a checkpoint every 25 steps, a validation every 50. */
  private static Training training(Path folder) {
    ImageSet drawn = Orchard.ofSize(32).train(64).inMemory();
    int[] epoch = IntStream.range(0, BATCH * STEPS / EPOCHS).map(i -> i % drawn.size()).toArray();
    Recipe recipe = Recipe.laptop(Preprocessing.AS_IS, Augmentation.flip(), EPOCHS);
    return new Training(
        Architecture.thin(4, 10, 32), recipe, drawn.subset(epoch), drawn.first(200), 1, folder);
  }

  private static void print(String flags, Map<Integer, Double> resident) {
    System.out.printf(
        Locale.ROOT,
        """
        # Resident memory of a training run

        %s. Thin network, width 4, 64 images of 32 pixels a step, with checkpoints and validation,
        one thread. Java %s, DJL %s, libtorch %s, `%s`.

        | step | resident memory, MiB |
        |---|---|
        """,
        LocalDate.now(ZoneId.systemDefault()),
        System.getProperty("java.version"),
        Compute.djlVersion(),
        Compute.libtorchVersion(),
        flags);
    resident.forEach((step, size) -> System.out.printf(Locale.ROOT, "| %d | %.0f |%n", step, size));
    double growth = 100 * (resident.get(STEPS) / resident.get(500) - 1);
    System.out.printf(
        Locale.ROOT,
        "%nFrom step 500 to step %d: %+.1f %% (expected: below 5 %%).%n",
        STEPS,
        growth);
  }
}
