package org.opponency.images.source;

import java.util.Arrays;
import java.util.Objects;

/**
 * Consecutive indices in groups, none of them empty.
 *
 * @param starts first index of each group, and the number of indices at the end
 */
record IndexGroups(int[] starts) {
  static IndexGroups ofSizes(int... sizes) {
    int[] starts = new int[sizes.length + 1];
    System.arraycopy(sizes, 0, starts, 1, sizes.length);
    Arrays.parallelPrefix(starts, Integer::sum);
    return new IndexGroups(starts);
  }

  int size() {
    return starts[starts.length - 1];
  }

  int groupOf(int index) {
    Objects.checkIndex(index, size());
    int found = Arrays.binarySearch(starts, index);
    return found >= 0 ? found : -found - 2;
  }

  /** The position of an index in its group. */
  int within(int index) {
    return index - starts[groupOf(index)];
  }
}
