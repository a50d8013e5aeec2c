package org.opponency.study.networks;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.io.Progress;

class StudyNetworksTest {
  @TempDir private Path home;

  /** Files of networks that are opened side by side may give notice at one time. */
  @Test
  void listenersAreToldOneThingAtATime() {
    CyclicBarrier inside = new CyclicBarrier(2);
    List<Boolean> met = Collections.synchronizedList(new ArrayList<>());
    StudyNetworks study =
        new StudyNetworks(
            StudySettings.of(
                Scale.SMOKE, home, Optional.empty(), 0, step -> met.add(meetAnother(inside))));
    new SideBySide(2, "Telling")
        .each(
            List.of("a", "b"),
            name -> {
              study.report(new Progress("opening", 0, 1, "", name));
              return name;
            });
    assertThat(met).containsExactly(false, false);
  }

  private static boolean meetAnother(CyclicBarrier inside) {
    try {
      inside.await(500, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | BrokenBarrierException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
