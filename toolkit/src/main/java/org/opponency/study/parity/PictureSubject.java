package org.opponency.study.parity;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import org.opponency.images.Normalisation;
import org.opponency.images.Preprocessing;
import org.opponency.images.RgbImage;
import org.opponency.images.source.Images;
import org.opponency.models.parity.NormalisationProbe;

/**
 * Pictures against Pillow and torchvision, byte by byte.
 *
 * @param name as the certificate calls it
 * @param tolerance largest difference, a share of a byte's range
 * @param difference the one there is
 */
record PictureSubject(String name, double tolerance, DoubleSupplier difference) implements Subject {
  private static final double RANGE = 255;
  private static final Predicate<String> INK = file -> file.matches("(cmyk|ycck)\\.jpg");
  private static final Predicate<String> PNG = file -> file.endsWith(".png");

  static List<Subject> all() {
    return List.of(
        decoding("JPEG files decoded", 0, PNG.or(INK).negate()),
        decoding("CMYK JPEG files decoded", 1 / RANGE, INK),
        decoding("PNG files decoded", 0, PNG),
        new PictureSubject("Resize and CenterCrop", 0, PictureSubject::resizing),
        new PictureSubject("Normalize, each byte", 0, PictureSubject::normalising));
  }

  private static Subject decoding(String name, double tolerance, Predicate<String> kind) {
    List<String> files = GoldenPictures.names().stream().filter(kind).toList();
    return new PictureSubject(
        format("%d %s", files.size(), name),
        tolerance,
        () -> files.stream().mapToDouble(PictureSubject::decoding).max().orElseThrow());
  }

  private static double decoding(String file) {
    return difference(
        Images.decode(file, GoldenPictures.bytes(file)), GoldenPictures.picture(file + ".rgb.png"));
  }

  private static double resizing() {
    RgbImage image = GoldenPictures.picture("resized-none.png");
    return Math.max(
        difference(Preprocessing.of(64).apply(image), GoldenPictures.picture("resized-73-64.png")),
        difference(Preprocessing.of(14).apply(image), GoldenPictures.picture("resized-16-14.png")));
  }

  /** Largest difference of two bytes; 1 where the sizes differ. */
  private static double difference(RgbImage ours, RgbImage theirs) {
    if (ours.width() != theirs.width() || ours.height() != theirs.height()) {
      return 1;
    }
    int largest = 0;
    for (int i = 0; i < ours.pixels().length; i++) {
      int difference = (ours.pixels()[i] & 0xff) - (theirs.pixels()[i] & 0xff);
      largest = Math.max(largest, Math.abs(difference));
    }
    return largest / RANGE;
  }

  private static double normalising() {
    float[] ours = NormalisationProbe.read(Normalisation.IMAGENET);
    double largest = 0;
    List<String[]> rows = GoldenPictures.rows("normalised.csv");
    for (int value = 0; value < rows.size(); value++) {
      for (int c = 0; c < 3; c++) {
        float theirs = Float.parseFloat(rows.get(value)[c + 1]);
        largest = Math.max(largest, Math.abs(ours[c * rows.size() + value] - theirs));
      }
    }
    return largest;
  }

  @Override
  public boolean quick() {
    return true;
  }

  @Override
  public List<ParityCheck> checks() {
    return List.of(ParityCheck.bounded(name, tolerance, difference.getAsDouble(), Double.NaN));
  }
}
