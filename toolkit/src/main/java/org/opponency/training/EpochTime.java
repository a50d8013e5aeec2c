package org.opponency.training;

/**
 * What an epoch took. Kept beside {@link EpochLog}, not in it: a time is no result, and weights
 * must not depend on it.
 *
 * @param images training images seen
 * @param seconds wall-clock time with loading, validation and checkpoints, summed over all calls
 *     that worked on the epoch; work that a kill has lost does not count
 */
public record EpochTime(long images, double seconds) {
  private static final String SEPARATOR = ",";

  /** Training images a second of wall-clock time. */
  public double imagesPerSecond() {
    return images / seconds;
  }

  String format() {
    return images + SEPARATOR + seconds;
  }

  static EpochTime parse(String line) {
    String[] parts = line.split(SEPARATOR);
    return new EpochTime(Long.parseLong(parts[0]), Double.parseDouble(parts[1]));
  }
}
