package org.opponency.study.networks;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.opponency.engine.Devices;
import org.opponency.engine.PowerLimit;
import org.opponency.io.Fact;
import org.opponency.io.Reason;
import org.opponency.training.EpochTable;

/**
 * What training some networks has taken, over all calls.
 *
 * @param networks how many
 * @param timed of how many the times are known
 * @param images training images seen by those
 * @param hours of those, added up: networks that were trained side by side count each
 * @param devices what networks are trained on
 * @param watts power limit of these GPUs together; empty on a processor
 */
public record TrainingCost(
    int networks, int timed, long images, double hours, String devices, OptionalDouble watts) {
  /** The cost of trained networks, from the tables beside their weights; finds out the limit. */
  public static TrainingCost of(List<ModelRun> models, Devices devices) {
    List<EpochTable> tables = models.stream().map(TrainingCost::table).toList();
    return new TrainingCost(
        models.size(),
        (int) tables.stream().filter(table -> !table.rows().isEmpty()).count(),
        tables.stream().mapToLong(EpochTable::images).sum(),
        tables.stream().mapToDouble(EpochTable::hours).sum(),
        devices.toString(),
        devices.areGpus() ? PowerLimit.of(devices) : OptionalDouble.empty());
  }

  private static EpochTable table(ModelRun model) {
    try {
      return EpochTable.read(model.weights().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(
          format("Cannot read the epochs beside %s: %s", model.weights(), Reason.of(e)), e);
    }
  }

  /** The cost as people read it. */
  public List<Fact> lines() {
    List<Fact> lines = new ArrayList<>();
    lines.add(Fact.of("networks", "%d, times known of %d", networks, timed));
    if (timed > 0) {
      lines.add(Fact.of("images", "%,d", images));
      lines.add(Fact.of("hours", "%.3f on %s", hours, devices));
    }
    watts.ifPresent(
        w ->
            lines.add(
                Fact.of(
                    "energy",
                    "at most %.2f kWh: hours x power limit of %.0f W, an upper bound for the GPUs"
                        + " alone",
                    w * hours / 1000,
                    w)));
    return lines;
  }
}
