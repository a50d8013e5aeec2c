package org.opponency.surgery;

import java.util.List;
import org.opponency.models.Surgery;

/** What is done to the cells of a class. */
public enum Operation {
  /** They answer nothing. */
  SILENCED("silenced") {
    @Override
    Surgery on(List<Integer> cells, LinearFit fit, long seed) {
      return new Surgery.Silenced(cells);
    }
  },
  /** They answer what they do, elsewhere in the map. */
  SHUFFLED("shuffled") {
    @Override
    Surgery on(List<Integer> cells, LinearFit fit, long seed) {
      return new Surgery.Shuffled(cells, seed);
    }
  },
  /** They answer what their best linear filter does. */
  LINEAR("linear") {
    @Override
    Surgery on(List<Integer> cells, LinearFit fit, long seed) {
      return fit.of(cells);
    }
  };

  private final String label;

  Operation(String label) {
    this.label = label;
  }

  /** The name as tables and legends give it. */
  public String label() {
    return label;
  }

  abstract Surgery on(List<Integer> cells, LinearFit fit, long seed);
}
