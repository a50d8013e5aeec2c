package org.opponency.images;

import java.nio.file.Path;
import org.opponency.images.source.CueConflictFolder;

/**
 * Pictures whose silhouette belongs to one class and whose surface and colour belong to another.
 * {@link #label} is the class of the silhouette. Ids end as in Geirhos et al. 2019: {@code
 * lemon1-fig2} is the first lemon silhouette with the second fig skin.
 */
public interface CueConflictSet extends ImageSet {
  /** Label of the class that gives surface and colour, an index into {@link #classes()}. */
  int textureLabel(int index);

  /**
   * The stimuli of Geirhos et al. 2019: {@code <shape>/<shape><i>-<texture><j>.png}, both out of
   * their 16 categories. Stimuli whose shape and texture agree are part of the set.
   *
   * @throws ImageDataException if the folder is missing or a name is not of this form; it says
   *     which
   */
  static CueConflictSet folder(Path root) {
    return CueConflictFolder.open(root);
  }
}
