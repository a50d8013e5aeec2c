package org.opponency.surgery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opponency.attacks.Attack;
import org.opponency.attacks.AttackOutcomes;
import org.opponency.attacks.AttackProtocol;
import org.opponency.attacks.AttackQueue;
import org.opponency.attacks.Mode;
import org.opponency.attacks.Norm;
import org.opponency.attacks.RobustAccuracy;
import org.opponency.evaluation.Accuracy;
import org.opponency.evaluation.CueDecision;
import org.opponency.evaluation.Prediction;
import org.opponency.evaluation.Predictions;
import org.opponency.evaluation.ShapeBias;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.Unreadable;
import org.opponency.images.batch.Batch;
import org.opponency.images.batch.BatchPlan;
import org.opponency.images.batch.Batches;
import org.opponency.images.batch.ImageTransform;
import org.opponency.models.Surgery;
import org.opponency.models.VisionModel;

/**
 * What a network says of a protocol's pictures under operations; the retina, which none of them
 * changes, sees each picture once.
 *
 * @param vision the network, which stays the caller's
 * @param protocol the pictures
 */
record Shown(VisionModel vision, SurgeryProtocol protocol) {
  private static final int BATCH = 64;

  /** What the network does under each of some operations, of which the first is none. */
  List<Vitals> vitals(List<Surgery> surgeries) {
    List<List<float[]>> images =
        probabilities(protocol.images(), protocol.preprocessing(), surgeries);
    List<List<float[]>> stimuli =
        probabilities(protocol.stimuli(), protocol.stimulusPreprocessing(), surgeries);
    return IntStream.range(0, surgeries.size())
        .mapToObj(i -> vitals(surgeries.get(i), images.get(0), images.get(i), stimuli.get(i)))
        .toList();
  }

  private Vitals vitals(
      Surgery surgery, List<float[]> intact, List<float[]> images, List<float[]> stimuli) {
    return new Vitals(
        accuracy(images),
        IntStream.range(0, images.size())
            .mapToDouble(i -> images.get(i)[protocol.images().label(i)])
            .average()
            .orElse(Double.NaN),
        moved(intact, images),
        shapeBias(stimuli),
        robust(surgery));
  }

  /** For each operation a row a picture. */
  private List<List<float[]>> probabilities(
      ImageSet images, Preprocessing preprocessing, List<Surgery> surgeries) {
    List<List<float[]>> rows = surgeries.stream().map(s -> rows(images)).toList();
    try (Batches batches = plan(images, preprocessing).open()) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        List<float[][]> found =
            vision.probabilities(batch.pixels(), batch.height(), batch.width(), surgeries);
        IntStream.range(0, found.size()).forEach(i -> rows.get(i).addAll(List.of(found.get(i))));
      }
    }
    return rows;
  }

  private static List<float[]> rows(ImageSet images) {
    return new ArrayList<>(images.size());
  }

  private double accuracy(List<float[]> probabilities) {
    ImageSet images = protocol.images();
    return Accuracy.of(
            IntStream.range(0, images.size())
                .mapToObj(
                    i ->
                        Predictions.prediction(
                            images.id(i), images.label(i), doubles(probabilities.get(i))))
                .toList())
        .top1();
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  /** Mean total variation. */
  private static double moved(List<float[]> intact, List<float[]> other) {
    return IntStream.range(0, intact.size())
        .mapToDouble(i -> variation(intact.get(i), other.get(i)))
        .average()
        .orElse(Double.NaN);
  }

  private static double variation(float[] first, float[] second) {
    return IntStream.range(0, first.length)
            .mapToDouble(c -> Math.abs((double) first[c] - second[c]))
            .sum()
        / 2;
  }

  private double shapeBias(List<float[]> probabilities) {
    var stimuli = protocol.stimuli();
    var answers = protocol.answers();
    int[] labels = answers.labels(stimuli.classes());
    List<Prediction> predictions =
        IntStream.range(0, stimuli.size())
            .mapToObj(
                i ->
                    Predictions.prediction(
                        stimuli.id(i),
                        labels[stimuli.label(i)],
                        answers.apply(probabilities.get(i))))
            .toList();
    return ShapeBias.of(
            CueDecision.of("network", stimuli, predictions, answers.to()), answers.to().labels())
        .fraction();
  }

  private double robust(Surgery surgery) {
    var attack =
        new AttackProtocol(
            List.of(Attack.fgsm(Norm.LINF)),
            List.of(protocol.epsilon()),
            Mode.WORST_CASE,
            Math.min(BATCH, protocol.attacked().size()),
            protocol.seed());
    try (VisionModel operated = vision.under(surgery)) {
      AttackQueue queue =
          new AttackQueue(
              operated,
              protocol.attacked(),
              protocol.preprocessing(),
              attack,
              List.of(),
              step -> {});
      List<AttackOutcomes> batches = new ArrayList<>();
      queue.forEachRemaining(batches::add);
      return RobustAccuracy.of(attack, protocol.attacked().size(), batches)
          .worstCase()
          .get(0)
          .accuracy();
    }
  }

  /** The largest change of any class probability under the sham that must change nothing. */
  double rotation() {
    double largest = 0;
    try (VisionModel intact = vision.inDouble();
        VisionModel rotated = vision.rotated(protocol.seed());
        Batches batches = plan(protocol.images(), protocol.preprocessing()).open()) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        float[][] before = intact.probabilities(batch.pixels(), batch.height(), batch.width());
        float[][] after = rotated.probabilities(batch.pixels(), batch.height(), batch.width());
        largest = Math.max(largest, largest(before, after));
      }
    }
    return largest;
  }

  private static double largest(float[][] first, float[][] second) {
    double largest = 0;
    for (int i = 0; i < first.length; i++) {
      for (int c = 0; c < first[i].length; c++) {
        largest = Math.max(largest, Math.abs((double) first[i][c] - second[i][c]));
      }
    }
    return largest;
  }

  private static BatchPlan plan(ImageSet images, Preprocessing preprocessing) {
    return BatchPlan.of(images, BATCH)
        .with(ImageTransform.of(preprocessing))
        .with(Unreadable.REFUSE);
  }
}
