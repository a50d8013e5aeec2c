package org.opponency.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opponency.images.batch.Batch;

/**
 * Neighbouring images of a batch.
 *
 * @param batch all of them
 * @param from the first of the share
 * @param to the one behind the last
 */
record BatchShare(Batch batch, int from, int to) {
  /** The batch in so many shares, or one an image if it has fewer, as equal as can be. */
  static List<BatchShare> of(Batch batch, int shares) {
    return new BatchShare(batch, 0, batch.size()).split(Math.min(shares, batch.size()));
  }

  /** The same images in parts of at most so many, as equal as can be; the last is the largest. */
  List<BatchShare> inPartsOf(int most) {
    return split((size() - 1) / most + 1);
  }

  private List<BatchShare> split(int count) {
    List<BatchShare> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new BatchShare(batch, from + border(i, count), from + border(i + 1, count)));
    }
    return parts;
  }

  private int border(int part, int count) {
    return (int) ((long) size() * part / count);
  }

  int size() {
    return to - from;
  }

  /** What the mean over these images counts in the mean over the batch. */
  double weight() {
    return (double) size() / batch.size();
  }

  /** The images' labels. */
  int[] labels() {
    return Arrays.copyOfRange(batch.labels(), from, to);
  }
}
