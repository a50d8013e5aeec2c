package org.opponency.study.networks;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.engine.Devices;
import org.opponency.io.Fact;
import org.opponency.models.Architecture;

class TrainingCostTest {
  @TempDir Path folder;

  @Test
  void addsUpTheTablesBesideTheWeights() throws IOException {
    Files.createDirectories(folder.resolve("new"));
    Files.writeString(
        folder.resolve("new/epochs.csv"),
        "header\n1,5,0.1,1,0.2,1,0.3,4800,1800,2.7\n2,10,0.1,1,0.2,1,0.3,4799,1800,2.7\n",
        StandardCharsets.UTF_8);
    TrainingCost cost = TrainingCost.of(List.of(model("new"), model("old")), cpu());
    assertThat(cost.networks()).isEqualTo(2);
    assertThat(cost.timed()).isEqualTo(1);
    assertThat(cost.images()).isEqualTo(9599);
    assertThat(cost.hours()).isWithin(1e-12).of(1);
    assertThat(cost.watts()).isEqualTo(OptionalDouble.empty());
    assertThat(cost.lines()).contains(new Fact("hours", "1.000 on cpu: as named"));
  }

  @Test
  void energyIsCalledAnUpperBound() {
    var cost = new TrainingCost(1, 1, 10, 20, "gpu0", OptionalDouble.of(700));
    assertThat(cost.lines().get(3).value())
        .isEqualTo(
            "at most 14.00 kWh: hours x power limit of 700 W, an upper bound for the GPUs alone");
  }

  private static Devices cpu() {
    return Devices.named("cpu");
  }

  private ModelRun model(String name) {
    Path weights = folder.resolve(name).resolve("model.safetensors");
    return new ModelRun(name, Architecture.thin(1, 2, 10), 0, 0, false, weights, List.of());
  }
}
