package org.opponency.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opponency.engine.Autograd;
import org.opponency.engine.HostTensor;
import org.opponency.images.batch.Batch;
import org.opponency.models.Network;

/** Several replicas on the CPU stand for several GPUs. */
class BatchGradientTest {
  private static final int ALL = Execution.ALL;

  /** Batch norm as in eval mode, so that an image's gradient does not depend on its company. */
  private static final Function<Network, UnaryOperator<NDArray>> FROZEN =
      network -> pixels -> network.logits(pixels, false);

  private static final Function<Network, UnaryOperator<NDArray>> TRAINING =
      network -> pixels -> network.logits(pixels, true);

  private final List<String> notices = new ArrayList<>();
  private Network network;

  @BeforeEach
  void drawNetwork() {
    network = drawn();
  }

  @AfterEach
  void closeNetwork() {
    network.close();
  }

  private static Network drawn() {
    return Network.initialise(Runs.SMALL, 5);
  }

  /** Even and uneven shares, more devices than images, micro-batches of one, and both together. */
  @ParameterizedTest
  @CsvSource({"1, 4", "1, 3", "1, 1", "2, 99", "3, 99", "4, 99", "11, 99", "2, 2", "3, 3", "4, 1"})
  void sharesAndPartsGiveTheGradientOfTheWholeBatch(int devices, int most) {
    Batch batch = batch(10);
    Outcome whole = outcome(gradient(1, ALL, FROZEN), batch);
    Outcome shared = outcome(gradient(devices, most, FROZEN), batch);
    shared.assertNear(whole, 1e-6);
  }

  @Test
  void aSecondStepSeesTheWeightsOfTheFirst() {
    Outcome whole = afterAStep(gradient(1, ALL, FROZEN));
    drawAgain();
    afterAStep(gradient(3, 2, FROZEN)).assertNear(whole, 1e-5);
  }

  private Outcome afterAStep(BatchGradient gradient) {
    Optimiser optimiser = new Optimiser(new UpdateRule.Sgd(0.9, 1e-4), network);
    gradient.add(batch(10));
    optimiser.step(0.1);
    gradient.read();
    return outcome(gradient, batch(7));
  }

  private void drawAgain() {
    network.close();
    network = drawn();
  }

  /** As DataParallel does: each device by itself, and the first one's statistics are kept. */
  @Test
  void batchStatisticsAreThoseOfEachDevice() {
    Batch batch = batch(8);
    Outcome halves = outcome(gradient(2, ALL, TRAINING), batch);
    Map<String, HostTensor> afterHalves = network.state();
    drawAgain();
    BatchGradient alone = gradient(1, ALL, TRAINING);
    alone.add(half(batch, 0));
    Map<String, HostTensor> afterFirst = network.state();
    alone.add(half(batch, 4));
    assertThat(afterHalves).isEqualTo(afterFirst);
    Outcome sum = outcome(alone);
    sum.gradients.values().forEach(values -> halve(values));
    halves.assertNear(new Outcome(halves.tally, sum.gradients), 1e-6);
  }

  private static Batch half(Batch batch, int from) {
    byte[] pixels = batch.pixels();
    int image = pixels.length / batch.size();
    return new Batch(
        0,
        batch.height(),
        batch.width(),
        Arrays.copyOfRange(pixels, from * image, (from + 4) * image),
        Arrays.copyOfRange(batch.labels(), from, from + 4),
        Arrays.copyOfRange(batch.indices(), from, from + 4));
  }

  private static void halve(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] /= 2;
    }
  }

  @Test
  void batchesAreReadInTheirOrderAndOnce() {
    BatchGradient gradient = gradient(2, 2, FROZEN);
    gradient.add(batch(6));
    gradient.add(batch(5));
    assertThat(gradient.unread()).isEqualTo(2);
    var results = gradient.read();
    assertThat(results.stream().map(r -> r.tally().images()).toList()).containsExactly(6L, 5L);
    assertThat(gradient.unread()).isEqualTo(0);
    assertThat(gradient.read()).isEmpty();
    gradient.close();
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2"})
  void theFailureOfAnyDeviceReachesTheCaller(int broken) {
    List<Replica> replicas = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Network own = i == 0 ? network : drawn();
      UnaryOperator<NDArray> works = FROZEN.apply(own);
      UnaryOperator<NDArray> fails =
          pixels -> {
            throw new IllegalStateException("broken on purpose");
          };
      replicas.add(new Replica(own, i == broken ? fails : works, ALL, notices::add));
    }
    try (BatchGradient gradient = new BatchGradient(replicas.get(0), replicas.subList(1, 3))) {
      var error = assertThrows(IllegalStateException.class, () -> gradient.add(batch(6)));
      assertThat(error).hasMessageThat().isEqualTo("broken on purpose");
    }
  }

  /** Memory that ends in the second part, whose first has left gradients behind. */
  @Test
  void partsThatDoNotFitAreHalvedOnceAndForAll() {
    Batch batch = batch(10);
    Outcome whole = outcome(gradient(1, ALL, FROZEN), batch);
    drawAgain();
    int[] calls = new int[1];
    UnaryOperator<NDArray> small =
        pixels -> {
          calls[0]++;
          if (pixels.getShape().get(0) > 3 && calls[0] != 1) {
            throw new EngineException("CUDA out of memory. Tried to allocate 20.00 MiB");
          }
          return network.logits(pixels, false);
        };
    BatchGradient gradient =
        new BatchGradient(new Replica(network, small, 5, notices::add), List.of());
    gradient.add(batch);
    outcome(gradient).assertNear(whole, 1e-6);
    assertThat(notices)
        .containsExactly("5 images at a time do not fit into the memory of cpu(): taking 3");
    gradient.add(batch);
    assertThat(notices).hasSize(1);
  }

  @Test
  void whatDoesNotFitAsASingleImageFails() {
    EngineException shortage = new EngineException("CUDA out of memory");
    UnaryOperator<NDArray> none =
        pixels -> {
          throw shortage;
        };
    Replica replica = new Replica(network, none, ALL, notices::add);
    BatchGradient gradient = new BatchGradient(replica, List.of());
    var error = assertThrows(EngineException.class, () -> gradient.add(batch(10)));
    assertThat(error).isSameInstanceAs(shortage);
    assertThat(notices.stream().map(n -> n.replaceAll(".*taking ", "")).toList())
        .containsExactly("5", "3", "2", "1")
        .inOrder();
  }

  @Test
  void otherFailuresOfTheEngineAreNotTriedAgain() {
    UnaryOperator<NDArray> broken =
        pixels -> {
          throw new EngineException("shapes do not match");
        };
    Replica replica = new Replica(network, broken, ALL, notices::add);
    assertThrows(EngineException.class, () -> new BatchGradient(replica, List.of()).add(batch(10)));
    assertThat(notices).isEmpty();
  }

  @Test
  void stepsLeaveNothingBehind() {
    try (BatchGradient gradient = gradient(2, 3, TRAINING)) {
      step(gradient);
      int arrays = network.manager().getManagedArrays().size();
      for (int i = 0; i < 5; i++) {
        step(gradient);
      }
      assertThat(network.manager().getManagedArrays()).hasSize(arrays);
    }
  }

  private void step(BatchGradient gradient) {
    gradient.add(batch(10));
    gradient.read();
  }

  private BatchGradient gradient(
      int devices, int most, Function<Network, UnaryOperator<NDArray>> forward) {
    List<Replica> followers =
        IntStream.range(1, devices)
            .mapToObj(i -> network.copyOn(Device.cpu()))
            .map(copy -> new Replica(copy, forward.apply(copy), most, notices::add))
            .toList();
    Replica leader = new Replica(network, forward.apply(network), most, notices::add);
    return new BatchGradient(leader, followers);
  }

  private static Batch batch(int size) {
    byte[] pixels = new byte[size * 3 * Runs.SIDE * Runs.SIDE];
    new Random(size).nextBytes(pixels);
    int[] labels = IntStream.range(0, size).map(i -> i % 3).toArray();
    return new Batch(0, Runs.SIDE, Runs.SIDE, pixels, labels, labels);
  }

  private Outcome outcome(BatchGradient gradient, Batch batch) {
    gradient.add(batch);
    return outcome(gradient);
  }

  /** What has been added up, which is set to zero; the gradient is closed. */
  private Outcome outcome(BatchGradient gradient) {
    Tally tally = gradient.read().get(0).tally();
    gradient.close();
    Map<String, float[]> gradients = new LinkedHashMap<>();
    network
        .weights()
        .forEach(
            (name, weight) -> {
              try (NDArray values = Autograd.gradient(weight)) {
                gradients.put(name, values.toFloatArray());
              }
              Autograd.zeroGradient(weight);
            });
    return new Outcome(tally, gradients);
  }

  private record Outcome(Tally tally, Map<String, float[]> gradients) {
    /** Bounds what differs as a share of the norm of all gradients. */
    void assertNear(Outcome expected, double bound) {
      assertThat(tally.loss()).isWithin(bound * expected.tally.loss()).of(expected.tally.loss());
      assertThat(tally.hits()).isEqualTo(expected.tally.hits());
      assertThat(tally.images()).isEqualTo(expected.tally.images());
      double difference = 0;
      double norm = 0;
      for (String name : expected.gradients.keySet()) {
        float[] theirs = expected.gradients.get(name);
        float[] ours = gradients.get(name);
        for (int i = 0; i < theirs.length; i++) {
          difference += Math.pow(ours[i] - theirs[i], 2);
          norm += Math.pow(theirs[i], 2);
        }
      }
      assertThat(Math.sqrt(difference / norm)).isLessThan(bound);
    }
  }
}
