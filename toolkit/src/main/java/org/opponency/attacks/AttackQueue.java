package org.opponency.attacks;

import static org.opponency.io.Text.format;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.opponency.attacks.AttackBatch.Target;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.batch.Batch;
import org.opponency.images.batch.BatchPlan;
import org.opponency.images.batch.Batches;
import org.opponency.images.batch.ImageTransform;
import org.opponency.io.Progress;
import org.opponency.io.Seed;
import org.opponency.models.Pixels;
import org.opponency.models.VisionModel;

/**
 * What is still to be tried on which image, cheap attacks first; each step tries a batch of it.
 *
 * <p>What comes of an image, an attack and an epsilon depends on nothing else, to the bit: every
 * pass through the network has the protocol's batch size, filled from the images that wait and
 * padded, and everything random is drawn from a seed of its own. So a queue that goes on from the
 * outcomes of an earlier one ends like that one, and work that is left out changes nothing that is
 * found.
 */
public final class AttackQueue implements Iterator<AttackOutcomes> {
  /** So many images are under attack together, so that few batches are half empty. */
  private static final int GROUP = 512;

  private final VisionModel vision;
  private final ImageSet images;
  private final Preprocessing preprocessing;
  private final AttackProtocol protocol;
  private final Consumer<Progress> progress;
  private final SuccessTable found;
  private long workDone;
  private Batch loaded;
  private int loadedGroup = -1;

  /**
   * A queue.
   *
   * @param vision the network, which stays the caller's
   * @param images what is attacked; their labels are the network's classes
   * @param preprocessing what brings an image to the network's size
   * @param earlier outcomes of a queue that was stopped, or none
   * @param progress told after every batch, in forward passes an image; the total is the most there
   *     can be and shrinks as images are broken
   */
  public AttackQueue(
      VisionModel vision,
      ImageSet images,
      Preprocessing preprocessing,
      AttackProtocol protocol,
      List<AttackOutcomes> earlier,
      Consumer<Progress> progress) {
    this.vision = vision;
    this.images = images;
    this.preprocessing = preprocessing;
    this.protocol = protocol;
    this.progress = progress;
    found = new SuccessTable(protocol, images.size());
    earlier.forEach(this::take);
  }

  private void take(AttackOutcomes batch) {
    found.add(batch.rows());
    workDone += protocol.work(batch);
  }

  @Override
  public boolean hasNext() {
    return upcoming().isPresent();
  }

  /**
   * Tries the next batch.
   *
   * @throws ArithmeticException if a gradient or a logit is not a number
   * @throws IllegalArgumentException if a label is none of the network's classes
   * @throws IllegalStateException if the thread was interrupted; nothing is lost
   * @throws org.opponency.images.UnreadableImageException if an image cannot be decoded
   */
  @Override
  public AttackOutcomes next() {
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("Attacks were interrupted; the next run goes on from here");
    }
    AttackOutcomes batch = upcoming().orElseThrow(NoSuchElementException::new).get();
    take(batch);
    progress.accept(progress(batch));
    return batch;
  }

  private Progress progress(AttackOutcomes batch) {
    double epsilon = batch.rows().stream().mapToDouble(AttackOutcome::epsilon).max().orElseThrow();
    int column = Math.max(0, protocol.epsilons().indexOf(epsilon));
    String detail =
        format(
            "%s  epsilon %s  %d of %d images broken",
            batch.attack(), epsilon, found.broken(column), images.size());
    return new Progress("attacking", workDone, workDone + found.workLeft(), detail);
  }

  private Optional<Supplier<AttackOutcomes>> upcoming() {
    for (int first = 0; first < images.size(); first += GROUP) {
      int end = Math.min(images.size(), first + GROUP);
      var next = upcoming(IntStream.range(first, end).boxed().toList());
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
  }

  private Optional<Supplier<AttackOutcomes>> upcoming(List<Integer> group) {
    List<Integer> unseen = found.unseen(group);
    if (!unseen.isEmpty()) {
      List<Target> clean = targets(unseen, AttackOutcome.CLEAN);
      return Optional.of(() -> tried(AttackOutcome.CLEAN, clean, AttackBatch::pixels));
    }
    for (Attack attack : protocol.cheapestFirst()) {
      List<Integer> next = found.waiting(attack, group);
      if (!next.isEmpty()) {
        return Optional.of(
            attack.gradientsPerEpsilon() == 0
                ? () -> triedOnImages(attack, next)
                : () -> tried(attack.name(), waitingPairs(attack, group), attack::perturb));
      }
    }
    return Optional.empty();
  }

  /**
   * The first images and epsilons, a batch at most, smaller epsilons first. In cumulative mode what
   * comes of an image at one epsilon decides whether it is attacked at the next, so it waits once.
   */
  private List<Target> waitingPairs(Attack attack, List<Integer> group) {
    List<Target> pairs = new ArrayList<>();
    for (int e = 0; e < protocol.epsilons().size(); e++) {
      for (int image : group) {
        boolean waits =
            pairs.size() < protocol.batchSize()
                && (protocol.mode() != Mode.CUMULATIVE
                    || pairs.stream().noneMatch(pair -> pair.index() == image))
                && found.pending(attack, e, image);
        if (waits) {
          pairs.add(target(image, attack.toString(), protocol.epsilons().get(e)));
        }
      }
    }
    return pairs;
  }

  /** Images as they are. */
  private List<Target> targets(List<Integer> chosen, String attack) {
    return chosen.stream().map(image -> target(image, attack, 0)).toList();
  }

  private Target target(int image, String attack, double epsilon) {
    String id = images.id(image);
    long seed =
        Seed.of(
            protocol.seed(), id.hashCode(), attack.hashCode(), Double.doubleToLongBits(epsilon));
    return new Target(image, id, images.label(image), epsilon, seed);
  }

  private AttackOutcomes tried(
      String attack, List<Target> targets, Function<AttackBatch, NDArray> perturbed) {
    try (NDManager scope = vision.manager().newSubManager()) {
      AttackBatch batch = batch(scope, targets);
      boolean[] fooled = batch.fooled(perturbed.apply(batch));
      List<AttackOutcome> rows =
          IntStream.range(0, targets.size())
              .mapToObj(i -> targets.get(i).outcome(attack, fooled[i]))
              .toList();
      return new AttackOutcomes(rows, batch.counts());
    }
  }

  /** An attack that works once an image: a batch of images at all their epsilons. */
  private AttackOutcomes triedOnImages(Attack attack, List<Integer> chosen) {
    List<AttackOutcome> rows = new ArrayList<>();
    try (NDManager scope = vision.manager().newSubManager()) {
      AttackBatch whole = batch(scope, targets(chosen, attack.toString()));
      NDArray prepared = attack.prepare(whole);
      List<Target> pairs = waitingPairs(attack, chosen);
      while (!pairs.isEmpty()) {
        AttackOutcomes some =
            tried(
                attack.name(), pairs, batch -> attack.perturb(batch, own(batch, prepared, chosen)));
        found.add(some.rows());
        rows.addAll(some.rows());
        pairs = waitingPairs(attack, chosen);
      }
      return new AttackOutcomes(rows, whole.counts());
    }
  }

  /** The rows of what was prepared for the chosen images that belong to those of a batch. */
  private static NDArray own(AttackBatch batch, NDArray prepared, List<Integer> chosen) {
    NDManager scope = batch.pixels().getManager();
    long[] rows = batch.targets().stream().mapToLong(t -> chosen.indexOf(t.index())).toArray();
    NDArray own = prepared.get(scope.create(rows));
    own.attach(scope);
    return own;
  }

  /** The targets, the first again until the batch is full. */
  private AttackBatch batch(NDManager scope, List<Target> targets) {
    List<Target> full = new ArrayList<>(targets);
    full.addAll(Collections.nCopies(protocol.batchSize() - targets.size(), targets.get(0)));
    return new AttackBatch(vision, pixels(scope, full), full, targets.size());
  }

  private NDArray pixels(NDManager scope, List<Target> targets) {
    Batch group = group(targets.get(0).index() / GROUP);
    int bytes = 3 * group.width() * group.height();
    ByteBuffer pixels = ByteBuffer.allocate(targets.size() * bytes);
    targets.forEach(t -> pixels.put(group.pixels(), t.index() % GROUP * bytes, bytes));
    return Pixels.of(scope, pixels.array(), group.height(), group.width());
  }

  private Batch group(int number) {
    if (loadedGroup != number) {
      BatchPlan plan =
          BatchPlan.of(images, GROUP)
              .with(ImageTransform.of(preprocessing))
              .startingAt(number)
              .withThreads(Runtime.getRuntime().availableProcessors(), 1);
      try (Batches batches = plan.open()) {
        loaded = batches.next();
      }
      loadedGroup = number;
    }
    return loaded;
  }
}
