package org.opponency.orchard;

import org.opponency.images.CueConflictSet;

/**
 * Pictures whose silhouette, surface and colours belong to three different classes. {@link #label}
 * is the class of the silhouette, {@link #textureLabel} that of the surface alone.
 */
public interface ThreeCueSet extends CueConflictSet {
  /** Label of the class that gives the colours, an index into {@link #classes()}. */
  int colourLabel(int index);
}
