package org.opponency.images;

/**
 * Pictures whose silhouette belongs to one class and whose surface and colour belong to another.
 * {@link #label} is the class of the silhouette. Ids end as in Geirhos et al. 2019: {@code
 * lemon1-fig2} is the first lemon silhouette with the second fig skin.
 */
public interface CueConflictSet extends ImageSet {
  /** Label of the class that gives surface and colour, an index into {@link #classes()}. */
  int textureLabel(int index);
}
