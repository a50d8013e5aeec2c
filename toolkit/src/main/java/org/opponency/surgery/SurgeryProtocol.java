package org.opponency.surgery;

import static org.opponency.io.Text.format;

import org.opponency.images.CueConflictSet;
import org.opponency.images.ImageSet;
import org.opponency.images.LabelMap;
import org.opponency.images.Preprocessing;

/**
 * What a network is shown before and after an operation.
 *
 * @param images validation pictures; their labels are the network's classes
 * @param learned pictures from which linear filters are fitted, at least five, class by class
 * @param preprocessing what brings both to the network's size
 * @param attacked of the validation pictures those that are attacked
 * @param epsilon of one step of the fast gradient sign method, L-infinity, pixels in [0, 1]
 * @param stimuli cue conflicts
 * @param stimulusPreprocessing what brings them to the network's size
 * @param answers what answers to them are taken for
 * @param shams random groups of cells as large, for each operation on each class
 * @param seed of what is drawn
 */
public record SurgeryProtocol(
    ImageSet images,
    ImageSet learned,
    Preprocessing preprocessing,
    ImageSet attacked,
    double epsilon,
    CueConflictSet stimuli,
    Preprocessing stimulusPreprocessing,
    LabelMap answers,
    int shams,
    long seed) {
  /** Refuses no shams, without which nothing can be told. */
  public SurgeryProtocol {
    if (shams < 1) {
      throw new IllegalArgumentException("Expected at least one sham, got " + shams);
    }
  }

  /**
   * What fixes the numbers, in words and digests, beside the network and the {@link #preprocessing}
   * of its pictures, which a result's key has by itself.
   */
  public String key() {
    return format(
        "%s, linear from %s, attacked %s at %s, stimuli %s by %s as %s, %d shams, seed %d",
        images.digest(),
        learned.digest(),
        attacked.digest(),
        epsilon,
        stimuli.digest(),
        stimulusPreprocessing.digest(),
        answers.digest(),
        shams,
        seed);
  }

  /** The sizes of it in a few words, for figures. */
  public String brief() {
    return format(
        "%d validation pictures, %d cue conflicts, %d attacked by FGSM at %s, %d sham%s",
        images.size(), stimuli.size(), attacked.size(), epsilon, shams, shams == 1 ? "" : "s");
  }
}
