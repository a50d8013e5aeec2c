package org.opponency.attacks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.io.Seed;
import org.opponency.models.VisionModel;

/**
 * Measures robustness a batch at a time, cheap attacks first. What comes of an image, an attack and
 * an epsilon depends on nothing else, to the bit: every pass through the network has the protocol's
 * batch size, filled from the images that wait and padded, and everything random is drawn from a
 * seed of its own. So a run that goes on from the batches of an earlier one ends like that one, and
 * work that is left out changes nothing that is found.
 */
public final class RobustnessRun implements Iterator<AttackedBatch> {
  private final VisionModel vision;
  private final ImageSet images;
  private final Preprocessing preprocessing;
  private final AttackProtocol protocol;
  private final Consumer<AttackProgress> progress;
  private final Findings findings;
  private final WaitingList waiting;
  private long workDone;
  private ImageGroup group;

  /**
   * A run.
   *
   * @param vision the network, which stays the caller's
   * @param images what is attacked; their labels are the network's classes
   * @param preprocessing what brings an image to the network's size
   * @param earlier batches of a run that was stopped, or none
   * @param progress told after every batch
   */
  public RobustnessRun(
      VisionModel vision,
      ImageSet images,
      Preprocessing preprocessing,
      AttackProtocol protocol,
      List<AttackedBatch> earlier,
      Consumer<AttackProgress> progress) {
    this.vision = vision;
    this.images = images;
    this.preprocessing = preprocessing;
    this.protocol = protocol;
    this.progress = progress;
    findings = new Findings(protocol, images.size());
    waiting = new WaitingList(protocol, findings);
    earlier.forEach(this::take);
  }

  private void take(AttackedBatch batch) {
    findings.add(batch);
    workDone += protocol.work(batch);
  }

  @Override
  public boolean hasNext() {
    return upcoming().isPresent();
  }

  /**
   * Runs the next batch.
   *
   * @throws ArithmeticException if a gradient is not a number
   * @throws IllegalArgumentException if a label is none of the network's classes
   * @throws IllegalStateException if the thread was interrupted; nothing is lost
   * @throws org.opponency.images.UnreadableImageException if an image cannot be decoded
   */
  @Override
  public AttackedBatch next() {
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("Attacks were interrupted; the next run goes on from here");
    }
    AttackedBatch batch = upcoming().orElseThrow(NoSuchElementException::new).get();
    take(batch);
    progress.accept(progress(batch));
    return batch;
  }

  private AttackProgress progress(AttackedBatch batch) {
    double epsilon = batch.trials().stream().mapToDouble(Trial::epsilon).max().orElse(0);
    String name =
        protocol.attacks().stream()
            .filter(attack -> attack.toString().equals(batch.attack()))
            .map(Attack::name)
            .findFirst()
            .orElse(AttackedBatch.CLEAN);
    return new AttackProgress(
        name, epsilon, images.size(), broken(epsilon), workDone, workDone + findings.work());
  }

  private int broken(double epsilon) {
    return findings.broken(Math.max(0, protocol.epsilons().indexOf(epsilon)));
  }

  private Optional<Supplier<AttackedBatch>> upcoming() {
    for (int start = 0; start < images.size(); start += ImageGroup.SIZE) {
      int end = Math.min(images.size(), start + ImageGroup.SIZE);
      Optional<Supplier<AttackedBatch>> next =
          upcoming(IntStream.range(start, end).boxed().toList());
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
  }

  private Optional<Supplier<AttackedBatch>> upcoming(List<Integer> group) {
    List<Integer> unseen = waiting.unseen(group);
    if (!unseen.isEmpty()) {
      return Optional.of(() -> look(unseen));
    }
    for (Attack attack : protocol.cheapestFirst()) {
      List<Integer> next = waiting.images(attack, group);
      if (!next.isEmpty()) {
        return Optional.of(
            attack.gradientsPerEpsilon() == 0
                ? () -> attackImages(attack, next)
                : () -> attackPairs(attack, waiting.pairs(attack, group)));
      }
    }
    return Optional.empty();
  }

  /** Classifies images as they are. */
  private AttackedBatch look(List<Integer> unseen) {
    List<Pair> pairs = unseen.stream().map(image -> new Pair(image, 0)).toList();
    try (NDManager scope = vision.manager().newSubManager()) {
      AttackBatch batch = batch(scope, AttackedBatch.CLEAN, pairs);
      boolean[] wrong = batch.fooled(batch.pixels());
      int[] broken =
          IntStream.range(0, unseen.size()).filter(i -> wrong[i]).map(unseen::get).toArray();
      int[] all = unseen.stream().mapToInt(i -> i).toArray();
      return new AttackedBatch(
          AttackedBatch.CLEAN, List.of(new Trial(0, all, broken)), GradientCounts.NONE);
    }
  }

  /** An attack that works anew for each epsilon: a batch of pairs. */
  private AttackedBatch attackPairs(Attack attack, List<Pair> pairs) {
    TrialSheet sheet = new TrialSheet(protocol);
    try (NDManager scope = vision.manager().newSubManager()) {
      AttackBatch batch = batch(scope, attack.toString(), pairs);
      sheet.add(pairs, batch.fooled(attack.perturb(batch)));
      return new AttackedBatch(attack.toString(), sheet.trials(), batch.counts());
    }
  }

  /** An attack that works once an image: a batch of images at all their epsilons. */
  private AttackedBatch attackImages(Attack attack, List<Integer> chosen) {
    TrialSheet sheet = new TrialSheet(protocol);
    try (NDManager scope = vision.manager().newSubManager()) {
      AttackBatch whole =
          batch(
              scope, attack.toString(), chosen.stream().map(image -> new Pair(image, 0)).toList());
      NDArray prepared = attack.prepare(whole);
      List<Pair> pairs = waiting.pairs(attack, chosen);
      while (!pairs.isEmpty()) {
        boolean[] broken = judged(attack, pairs, prepared, chosen);
        sheet.add(pairs, broken);
        findings.add(new AttackedBatch(attack.toString(), sheet.trials(), GradientCounts.NONE));
        pairs = waiting.pairs(attack, chosen);
      }
      return new AttackedBatch(attack.toString(), sheet.trials(), whole.counts());
    }
  }

  private boolean[] judged(
      Attack attack, List<Pair> pairs, NDArray prepared, List<Integer> chosen) {
    try (NDManager scope = vision.manager().newSubManager()) {
      AttackBatch batch = batch(scope, attack.toString(), pairs);
      long[] rows =
          padded(pairs).stream().mapToLong(pair -> chosen.indexOf(pair.image())).toArray();
      NDArray own = prepared.get(scope.create(rows));
      own.attach(scope);
      return batch.fooled(attack.perturb(batch, own));
    }
  }

  private AttackBatch batch(NDManager scope, String attack, List<Pair> pairs) {
    List<Pair> full = padded(pairs);
    NDArray pixels =
        group(full.get(0).image()).pixels(scope, full.stream().map(Pair::image).toList());
    List<Target> targets = full.stream().map(pair -> target(attack, pair)).toList();
    return new AttackBatch(vision, pixels, targets, pairs.size());
  }

  private Target target(String attack, Pair pair) {
    String id = images.id(pair.image());
    double epsilon = protocol.epsilons().get(pair.epsilon());
    long seed =
        Seed.of(
            protocol.seed(), id.hashCode(), attack.hashCode(), Double.doubleToLongBits(epsilon));
    return new Target(id, group.label(pair.image()), epsilon, seed);
  }

  /** The pairs, the first again until the batch is full. */
  private List<Pair> padded(List<Pair> pairs) {
    List<Pair> full = new ArrayList<>(pairs);
    while (full.size() < protocol.batchSize()) {
      full.add(pairs.get(0));
    }
    return full;
  }

  private ImageGroup group(int image) {
    int number = image / ImageGroup.SIZE;
    if (group == null || group.first() != number * ImageGroup.SIZE) {
      group = ImageGroup.load(images, preprocessing, number);
    }
    return group;
  }
}
