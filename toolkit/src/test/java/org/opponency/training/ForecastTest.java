package org.opponency.training;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.io.Fact;
import org.opponency.models.Architecture;
import org.opponency.models.Network;

class ForecastTest {
  @TempDir Path folder;

  @Test
  void measuresTheRecipesBatchWhereItIsSmallAndWritesNothing() {
    Training training = Runs.small(folder.resolve("run"));
    Forecast forecast = Forecast.of(training, clock(0.25));
    assertThat(Files.exists(training.folder())).isFalse();
    assertThat(forecast.burst().images()).isEqualTo(4);
    assertThat(forecast.burst().limit()).isEmpty();
    assertThat(forecast.steps()).isEqualTo(15);
    // A quarter to load the batch, one to take its step, and one to validate four of six images.
    assertThat(forecast.secondsPerStep()).isWithin(1e-12).of(0.5);
    assertThat(forecast.validationSeconds()).isWithin(1e-12).of(0.25 / 4 * 6);
    try (Network network = Network.initialise(Runs.SMALL, 1)) {
      assertThat(forecast.parameters()).isEqualTo(network.parameterCount());
    }
    String text = forecast.lines().toString();
    assertThat(text).contains("a 3x3 retina of width 2");
    assertThat(text).contains("15: 3 epochs of 5");
    assertThat(text).contains("computed: weights");
  }

  @Test
  void aStepThatTakesLongIsNotMeasuredWithMoreImages() {
    Forecast forecast = Forecast.of(Runs.small(folder.resolve("run")), clock(3));
    assertThat(forecast.burst().images()).isEqualTo(2);
    assertThat(forecast.burst().limit()).isEqualTo("more would take long");
  }

  @Test
  void timeIsThatOfAllStepsAndValidations() {
    Forecast forecast = forecast(new Burst(2, 0.1, 0.3, 0.2, "more would take long", false));
    assertThat(forecast.secondsPerStep()).isWithin(1e-12).of(0.8);
    assertThat(forecast.imagesPerSecond()).isWithin(1e-9).of(5);
    assertThat(forecast.hours()).isWithin(1e-9).of((15 * 0.8 + 3 * 6) / 3600);
    assertThat(value(forecast, "measured")).contains("scaled to 4: more would take long");
  }

  @Test
  void aGpuComputesWhileProcessorsLoad() {
    assertThat(new Burst(2, 0.1, 0.3, 0.2, "", true).secondsPerImage()).isWithin(1e-12).of(0.15);
    assertThat(new Burst(2, 0.5, 0.3, 0.2, "", true).secondsPerImage()).isWithin(1e-12).of(0.25);
    assertThat(new Burst(2, 0.5, 0.3, 0.2, "", false).secondsPerImage()).isWithin(1e-12).of(0.4);
  }

  /** By hand: 3 x 8 x 8 pixels meet 32 and 2 cells, each before and after its ReLU. */
  @Test
  void memoryIsThatOfWeightsAndOfEveryLayersOutput() {
    Architecture retina = Runs.SMALL.withoutVentral();
    try (Network network = Network.initialise(retina, 1)) {
      MemoryNeed need = MemoryNeed.of(network, Runs.RECIPE);
      long weights = 4 * (32 * 27 + 32 + 2 * 32 * 9 + 2);
      assertThat(need.weights()).isEqualTo(weights);
      assertThat(need.activationsPerImage()).isEqualTo(4 * 64 * 2 * (32 + 2));
      assertThat(need.bytes(3)).isEqualTo(3 * weights + 3 * need.activationsPerImage());
    }
  }

  /** A clock that so many seconds pass on between two looks at it. */
  private static LongSupplier clock(double seconds) {
    AtomicLong looks = new AtomicLong();
    return () -> Math.round(looks.getAndIncrement() * seconds * 1e9);
  }

  private static Forecast forecast(Burst burst) {
    return new Forecast(
        Runs.SMALL,
        Runs.RECIPE,
        1000,
        5,
        "cpu",
        burst,
        burst.secondsPerImage() * 4,
        6,
        new MemoryNeed(4000, 4000, 4000, 100, 4));
  }

  private static String value(Forecast forecast, String what) {
    List<Fact> lines = forecast.lines();
    return lines.stream()
        .filter(line -> line.what().equals(what.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
