package org.opponency.physiology.picture;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opponency.images.RgbImage;
import org.opponency.models.CentreCells;
import org.opponency.models.LayerField;
import org.opponency.stimuli.Aperture;

/**
 * Parts of pictures that cells are shown, cut at places of a grid; each picture has as many.
 *
 * @param imageSide pixels a side of the pictures
 * @param part where the part in the middle of a picture lies
 * @param pictures how many pictures they are of
 * @param pixels (patches, 3, part, part), RGB planes, in [0, 1], picture by picture
 */
record PicturePatches(int imageSide, Aperture part, int pictures, float[] pixels) {
  private static final float WHITE = 255;

  /** On each axis of a picture. */
  private static final int PLACES = 4;

  /**
   * Which part of an image some centre cells are shown.
   *
   * @param imageSide pixels a side of the image
   * @param part what they see of it
   * @param inside whether they see nothing beyond its border
   */
  record Cut(int imageSide, Aperture part, boolean inside) {
    static Cut of(CentreCells cells) {
      return new Cut(cells.imageSide(), cells.part(), cells.isInside());
    }

    /** Where patches begin on each axis: a grid, or the middle where no other place is like it. */
    private int[] firsts() {
      int last = imageSide - part.side();
      return inside
          ? IntStream.range(0, PLACES)
              .map(i -> Math.round((float) last * i / (PLACES - 1)))
              .distinct()
              .toArray()
          : new int[] {part.first()};
    }
  }

  /** Cuts patches of pictures, which are of the size that the cells see. */
  static PicturePatches of(List<RgbImage> pictures, Cut cut) {
    pictures.forEach(picture -> requireSide(picture, cut.imageSide()));
    Aperture part = cut.part();
    int[] firsts = cut.firsts();
    int each = 3 * part.side() * part.side();
    float[] pixels = new float[pictures.size() * firsts.length * firsts.length * each];
    int offset = 0;
    for (RgbImage picture : pictures) {
      for (int y : firsts) {
        for (int x : firsts) {
          copy(picture, x, y, part.side(), pixels, offset);
          offset += each;
        }
      }
    }
    return new PicturePatches(cut.imageSide(), part, pictures.size(), pixels);
  }

  private static void requireSide(RgbImage picture, int side) {
    if (picture.width() != side || picture.height() != side) {
      throw new IllegalArgumentException(
          format(
              "Expected pictures of %d x %1$d pixels, got one of %d x %d",
              side, picture.width(), picture.height()));
    }
  }

  /** A whole picture, as (3, side, side), RGB planes in [0, 1]. */
  static float[] planes(RgbImage picture) {
    float[] planes = new float[3 * picture.width() * picture.height()];
    copy(picture, 0, 0, picture.width(), planes, 0);
    return planes;
  }

  private static void copy(RgbImage picture, int x, int y, int side, float[] pixels, int offset) {
    for (int i = 0; i < 3 * side * side; i++) {
      int column = x + i % side;
      int row = y + i / side % side;
      pixels[offset + i] = picture.value(column, row, i / (side * side)) / WHITE;
    }
  }

  /** How many patches there are. */
  int count() {
    return pixels.length / (3 * part.side() * part.side());
  }

  /** Which picture a patch is of. */
  int picture(int patch) {
    return patch / (count() / pictures);
  }

  /** What of each patch the cells of a layer see, a row a patch. */
  double[][] seenBy(LayerField field) {
    Aperture seen = field.seen(imageSide);
    int side = part.side();
    int first = seen.first() - part.first();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < 3 * side * side; i++) {
      int column = i % side - first;
      int row = i / side % side - first;
      if (column >= 0 && column < seen.side() && row >= 0 && row < seen.side()) {
        places.add(i);
      }
    }
    int[] own = places.stream().mapToInt(place -> place).toArray();
    return IntStream.range(0, count())
        .mapToObj(patch -> row(patch * 3 * side * side, own))
        .toArray(double[][]::new);
  }

  private double[] row(int offset, int[] places) {
    return IntStream.of(places).mapToDouble(place -> pixels[offset + place]).toArray();
  }
}
