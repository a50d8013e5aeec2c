package org.opponency.models;

import java.util.Collection;
import java.util.Comparator;
import org.opponency.stimuli.Aperture;

/**
 * The part of an image that is computed to know what the centre cells of some layers make of the
 * whole.
 *
 * @param imageSide pixels a side of the whole image
 * @param part what is computed of it
 * @param padded whether maps are padded: they need not be where all fields lie inside the image
 */
record CentreCrop(int imageSide, Aperture part, boolean padded) {
  /** The smallest part: what the cells see and no more, unless it reaches into the padding. */
  static CentreCrop of(Collection<LayerField> layers, int imageSide) {
    if (layers.stream().anyMatch(LayerField::isWhole)) {
      return padded(layers, imageSide);
    }
    LayerField deepest = deepest(layers);
    int first = first(layers, imageSide);
    // Every layer has a cell whose field begins here: whole strides of the deepest before its own.
    int before = deepest.first(imageSide) - first;
    int aligned = deepest.first(imageSide) - strides(before, deepest) * deepest.stride();
    int end = end(layers, imageSide);
    return aligned < 0 || end > imageSide
        ? padded(layers, imageSide)
        : new CentreCrop(imageSide, new Aperture(aligned, end - aligned), false);
  }

  /**
   * The smallest part that gives the same with padding: it begins where every layer has a cell, and
   * ends at the image's border where a field reaches beyond it.
   */
  static CentreCrop padded(Collection<LayerField> layers, int imageSide) {
    if (layers.stream().anyMatch(LayerField::isWhole)) {
      return new CentreCrop(imageSide, Aperture.whole(imageSide), true);
    }
    int stride = deepest(layers).stride();
    int first = Math.max(0, first(layers, imageSide)) / stride * stride;
    int end = Math.min(imageSide, end(layers, imageSide));
    return new CentreCrop(imageSide, new Aperture(first, end - first), true);
  }

  /** The same of an image that is one colour all over: where nothing is padded, a pixel will do. */
  CentreCrop ofUniformField() {
    return padded ? this : new CentreCrop(imageSide, new Aperture(part.first(), 1), false);
  }

  /** Strides are powers of two: a multiple of the largest is one of all. */
  private static LayerField deepest(Collection<LayerField> layers) {
    return layers.stream()
        .max(Comparator.comparingInt(LayerField::stride).thenComparing(LayerField::size))
        .orElseThrow();
  }

  private static int strides(int pixels, LayerField field) {
    return (pixels + field.stride() - 1) / field.stride();
  }

  private static int first(Collection<LayerField> layers, int imageSide) {
    return layers.stream().mapToInt(field -> field.first(imageSide)).min().orElseThrow();
  }

  private static int end(Collection<LayerField> layers, int imageSide) {
    return layers.stream().mapToInt(field -> field.end(imageSide)).max().orElseThrow();
  }

  /** Row and column of a layer's centre cell in its map of the part. */
  int centre(LayerField field) {
    if (part.side() == 1) {
      return 0;
    }
    int pixels = field.centre(imageSide) * field.stride() - part.first();
    return (padded ? pixels : pixels - field.before()) / field.stride();
  }
}
