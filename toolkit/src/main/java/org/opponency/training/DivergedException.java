package org.opponency.training;

import static org.opponency.io.Text.format;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.opponency.images.ImageSet;
import org.opponency.images.batch.Batch;
import org.opponency.io.Sha256;

/**
 * Training has produced a loss or a weight that is no finite number. The message names the batch it
 * happened on; the last good checkpoint is kept.
 */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int MOST_NAMED = 8;

  DivergedException(String what, int step, int epoch, double rate, String batch) {
    super(
        format(
            "%s at step %d (epoch %d) at learning rate %s, on %s. The last good checkpoint is kept; lower the learning rate or look at these images.",
            what, step, epoch, rate, batch));
  }

  /** A batch by its images: some of their names and a digest of all names and pixels. */
  static String name(Batch batch, ImageSet images) {
    String ids =
        IntStream.of(batch.indices())
            .limit(MOST_NAMED)
            .mapToObj(images::id)
            .collect(Collectors.joining(", "));
    int more = batch.size() - MOST_NAMED;
    Sha256 digest = new Sha256();
    IntStream.of(batch.indices()).forEach(index -> digest.add(images.id(index)));
    return format(
        "the %d images %s%s (SHA-256 of names and pixels %s)",
        batch.size(),
        ids,
        more > 0 ? format(" and %d more", more) : "",
        digest.add(batch.pixels()).hex());
  }
}
