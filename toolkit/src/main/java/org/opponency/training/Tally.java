package org.opponency.training;

/** Loss and hits summed over images. */
record Tally(double loss, long hits, long images) {
  static final Tally EMPTY = new Tally(0, 0, 0);

  /** Adds a batch, given the mean loss of its images. */
  Tally plus(double meanLoss, long hits, int images) {
    return new Tally(this.loss + meanLoss * images, this.hits + hits, this.images + images);
  }

  Tally plus(Tally other) {
    return new Tally(loss + other.loss, hits + other.hits, images + other.images);
  }

  double meanLoss() {
    return loss / images;
  }

  double accuracy() {
    return (double) hits / images;
  }

  String format() {
    return loss + "," + hits + "," + images;
  }

  static Tally parse(String text) {
    String[] parts = text.split(",");
    return new Tally(
        Double.parseDouble(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
  }
}
