package org.opponency.training;

import static org.opponency.io.Text.format;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.opponency.engine.Compute;
import org.opponency.engine.Devices;
import org.opponency.models.Network;
import org.opponency.models.script.Numerics;

/**
 * What a training run is computed by. None of it belongs to the recipe, so a run may go on with
 * other devices or another micro-batch; its bits then differ from those of a run that stayed, since
 * numbers are added in another order and batch norm sees other groups of images.
 *
 * @param devices where
 * @param microBatch most images that a device takes at a time, gradients being added up until the
 *     recipe's batch is complete; {@link #ALL} for its whole share, or whatever of it fits
 * @param numerics how; anything but exact gives a run of its own, since its weights differ
 * @param stepsUnread steps after which losses are read at the latest, for which a GPU has to finish
 *     all its work; until then a loss that is no number goes unnoticed, though never into a
 *     checkpoint
 * @param notices told, in words for the user, when less than {@code microBatch} fits into memory
 */
public record Execution(
    Devices devices, int microBatch, Numerics numerics, int stepsUnread, Consumer<String> notices) {
  /** No limit to what a device takes at a time. */
  public static final int ALL = Integer.MAX_VALUE;

  private static final int GPU_STEPS = 20;

  /** Refuses numbers below one. */
  public Execution {
    if (microBatch < 1 || stepsUnread < 1) {
      throw new IllegalArgumentException(
          format(
              "Expected a micro-batch >= 1 and losses read after a step or more, got %d and %d",
              microBatch, stepsUnread));
    }
  }

  /** Exact, on all there is, whole shares at once if they fit. */
  public static Execution automatic() {
    return on(Devices.automatic());
  }

  /** Exact, on some devices, whole shares at once if they fit. */
  public static Execution on(Devices devices) {
    int stepsUnread = devices.areGpus() ? GPU_STEPS : 1;
    return new Execution(devices, ALL, Numerics.EXACT, stepsUnread, notice -> {});
  }

  /** The same with at most so many images at a time on a device. */
  public Execution atATime(int images) {
    return new Execution(devices, images, numerics, stepsUnread, notices);
  }

  /** The same on other devices. */
  public Execution with(Devices others) {
    return on(others).atATime(microBatch).with(numerics).telling(notices);
  }

  /** The same with other numerics. */
  public Execution with(Numerics other) {
    return new Execution(devices, microBatch, other, stepsUnread, notices);
  }

  /** The same, telling somebody. */
  public Execution telling(Consumer<String> listener) {
    return new Execution(devices, microBatch, numerics, stepsUnread, listener);
  }

  /** Whether it is the CPU as one device, which leaves processors to others. */
  public boolean isOneProcessor() {
    return devices.all().size() == 1 && !devices.areGpus();
  }

  /** The first device, which holds the weights. */
  Device leader() {
    return devices.all().get(0);
  }

  /** What computes the gradients of a network on the first device; close it before the network. */
  BatchGradient gradientOf(Network network) {
    if (devices.areGpus()) {
      Compute.tuneConvolutions();
    }
    Replica leader = replica(network);
    List<Replica> followers = new ArrayList<>();
    try {
      for (Device device : devices.all().subList(1, devices.all().size())) {
        followers.add(replica(network.copyOn(device)));
      }
    } catch (RuntimeException | Error e) {
      followers.forEach(Replica::close);
      throw e;
    }
    return new BatchGradient(leader, followers);
  }

  private Replica replica(Network network) {
    return new Replica(network, numerics.training(network), microBatch, notices);
  }
}
