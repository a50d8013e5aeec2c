package org.opponency.study;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.weights.Safetensors;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.Scale;

/** Networks of a study that have learnt nothing, which is all that many tests need. */
public final class ModelRuns {
  private ModelRuns() {}

  /** A study at smoke scale that keeps everything below a folder. */
  public static Study study(Path home) {
    return Study.of(Scale.SMOKE, home, Optional.empty(), 0);
  }

  /** A small network of a width, its weights drawn from its run and written into a folder. */
  public static ModelRun of(Path folder, int width, int run, boolean dead) {
    Architecture architecture = Architecture.thin(width, 10, 32);
    Path weights = folder.resolve(format("width-%d-%d.safetensors", width, run));
    try (Network network = Network.initialise(architecture, 100 + run)) {
      new Safetensors(network.state(), Map.of(Checkpoint.IMAGE_SIZE, "32")).write(weights);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String name = format("width %d, run %d", width, run);
    return new ModelRun(name, architecture, run, 0, dead, weights, List.of());
  }
}
