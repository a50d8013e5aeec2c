package org.opponency.models;

import java.util.Collection;
import org.opponency.stimuli.Aperture;

/**
 * The smallest part of an image on which the centre cells of some layers respond as they do to the
 * whole. It begins where every layer has a cell, and ends at the image's border where a field
 * reaches into the padding.
 */
record CentreCrop(int imageSide, Aperture part) {
  static CentreCrop of(Collection<LayerField> layers, int imageSide) {
    if (layers.stream().anyMatch(LayerField::isWhole)) {
      return new CentreCrop(imageSide, Aperture.whole(imageSide));
    }
    // Strides are powers of two: a multiple of the largest is one of all.
    int stride = layers.stream().mapToInt(LayerField::stride).max().orElseThrow();
    int seen = layers.stream().mapToInt(field -> field.first(imageSide)).min().orElseThrow();
    int end = layers.stream().mapToInt(field -> field.end(imageSide)).max().orElseThrow();
    int first = Math.max(0, seen) / stride * stride;
    return new CentreCrop(imageSide, new Aperture(first, Math.min(imageSide, end) - first));
  }

  /** Row and column of a layer's centre cell in its map of the crop. */
  int centre(LayerField field) {
    return field.centre(imageSide) - part.first() / field.stride();
  }
}
