package org.opponency.evaluation;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opponency.io.Fraction;

/**
 * How far a network's confidence can be trusted. Confidence is the probability of the decision.
 *
 * @param images predictions counted
 * @param accuracy fraction that is right
 * @param accuracyInterval Wilson's interval of it
 * @param confidence mean confidence
 * @param aurra area under the response rate accuracy curve: the mean, over k, of the accuracy of
 *     the k most confident (Hendrycks et al. 2019)
 * @param rmsError root mean square calibration error over bins of 100 images in order of
 *     confidence, the last of which takes what is left over
 * @param rmsErrorOfScript the same as the ImageNet-A authors' script computes it and the paper used
 *     it: without the last, most confident bin; NaN below 200 images, where no bin is left
 * @param ece expected calibration error over 15 bins of equal width (Guo et al. 2017)
 * @param warning what is ill-defined and why, or empty
 */
public record Calibration(
    int images,
    @Fraction double accuracy,
    @Fraction Interval accuracyInterval,
    @Fraction double confidence,
    @Fraction double aurra,
    double rmsError,
    double rmsErrorOfScript,
    double ece,
    String warning) {
  private static final int IMAGES_A_BIN = 100;
  private static final int BINS = 15;

  /**
   * A point of the response rate accuracy curve.
   *
   * @param rate fraction of the images that are answered, the most confident ones
   * @param accuracy fraction of these that is right
   */
  public record ResponsePoint(double rate, double accuracy) {}

  /**
   * A bin of a reliability diagram.
   *
   * @param low least confidence, not part of the bin but for the first
   * @param high greatest confidence
   * @param images how many have it
   * @param confidence their mean confidence; NaN without images
   * @param accuracy their accuracy; NaN without images
   */
  public record ReliabilityBin(
      double low, double high, int images, double confidence, double accuracy) {}

  /** Calibration of predictions; NaN throughout without any. */
  public static Calibration of(List<Prediction> predictions) {
    int n = predictions.size();
    List<List<Prediction>> bins = adaptiveBins(predictions);
    return new Calibration(
        n,
        accuracy(predictions),
        Interval.ofShare(right(predictions), n),
        confidence(predictions),
        responseCurve(predictions).stream()
            .mapToDouble(ResponsePoint::accuracy)
            .average()
            .orElse(Double.NaN),
        rms(bins, n),
        rms(bins.subList(0, Math.max(0, bins.size() - 1)), n),
        ece(reliability(predictions, BINS), n),
        warning(n, bins.size()));
  }

  private static String warning(int images, int bins) {
    if (images == 0) {
      return "no predictions";
    }
    return bins < 2
        ? format("%d images make one bin of %d, which the script leaves out", images, IMAGES_A_BIN)
        : "";
  }

  /**
   * The response rate accuracy curve, a point for each k from 1 to all. Equal confidences stand in
   * the order of the predictions.
   */
  public static List<ResponsePoint> responseCurve(List<Prediction> predictions) {
    List<ResponsePoint> curve = new ArrayList<>();
    int right = 0;
    for (Prediction p : byConfidence(predictions, true)) {
      right += p.correct() ? 1 : 0;
      int answered = curve.size() + 1;
      curve.add(
          new ResponsePoint((double) answered / predictions.size(), (double) right / answered));
    }
    return curve;
  }

  /** A reliability diagram of bins of equal width. */
  public static List<ReliabilityBin> reliability(List<Prediction> predictions, int bins) {
    List<ReliabilityBin> diagram = new ArrayList<>();
    for (int i = 0; i < bins; i++) {
      double low = (double) i / bins;
      double high = (double) (i + 1) / bins;
      int bin = i;
      var own = predictions.stream().filter(p -> bin(p.confidence(), bins) == bin).toList();
      diagram.add(new ReliabilityBin(low, high, own.size(), confidence(own), accuracy(own)));
    }
    return diagram;
  }

  /** Bins are open below and closed above, as Guo et al. define them; the first holds 0 too. */
  private static int bin(double confidence, int bins) {
    return Math.max(0, (int) Math.ceil(confidence * bins) - 1);
  }

  private static List<List<Prediction>> adaptiveBins(List<Prediction> predictions) {
    List<Prediction> sorted = byConfidence(predictions, false);
    int n = sorted.size();
    int count = n == 0 ? 0 : Math.max(1, n / IMAGES_A_BIN);
    List<List<Prediction>> bins = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int end = i == count - 1 ? n : (i + 1) * IMAGES_A_BIN;
      bins.add(sorted.subList(i * IMAGES_A_BIN, end));
    }
    return bins;
  }

  private static double rms(List<List<Prediction>> bins, int images) {
    double sum = 0;
    for (List<Prediction> bin : bins) {
      double gap = confidence(bin) - accuracy(bin);
      sum += gap * gap * bin.size() / images;
    }
    return bins.isEmpty() ? Double.NaN : Math.sqrt(sum);
  }

  private static double ece(List<ReliabilityBin> bins, int images) {
    double sum = 0;
    for (ReliabilityBin bin : bins) {
      if (bin.images() > 0) {
        sum += Math.abs(bin.confidence() - bin.accuracy()) * bin.images();
      }
    }
    return sum / images;
  }

  private static List<Prediction> byConfidence(List<Prediction> predictions, boolean descending) {
    var order = Comparator.comparingDouble(Prediction::confidence);
    return predictions.stream().sorted(descending ? order.reversed() : order).toList();
  }

  private static double accuracy(List<Prediction> predictions) {
    return (double) right(predictions) / predictions.size();
  }

  private static long right(List<Prediction> predictions) {
    return predictions.stream().filter(Prediction::correct).count();
  }

  private static double confidence(List<Prediction> predictions) {
    return predictions.stream().mapToDouble(Prediction::confidence).average().orElse(Double.NaN);
  }
}
