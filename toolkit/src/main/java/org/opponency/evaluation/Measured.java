package org.opponency.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that was measured on a network. A table has the columns of both.
 *
 * @param network which
 * @param value what was measured
 */
public record Measured<R>(NetworkId network, R value) {
  /** N_BN of the network; 0 without a retina. */
  public int width() {
    return network.width();
  }

  /** Whether the network's bottleneck is dead, which keeps it out of every mean. */
  public boolean dead() {
    return network.dead();
  }

  /** Another value of the same network. */
  public <T> Measured<T> map(Function<? super R, ? extends T> change) {
    return new Measured<>(network, change.apply(value));
  }

  /** Many values of the same network, such as one a cell. */
  public <T> Stream<Measured<T>> each(Function<? super R, ? extends List<T>> parts) {
    return parts.apply(value).stream().map(part -> new Measured<>(network, part));
  }

  /** The values of the living networks by width; an empty list where all of a width are dead. */
  public static <R> SortedMap<Integer, List<R>> byWidth(List<Measured<R>> networks) {
    SortedMap<Integer, List<R>> living = new TreeMap<>();
    for (Measured<R> one : networks) {
      List<R> own = living.computeIfAbsent(one.width(), width -> new ArrayList<>());
      if (!one.dead()) {
        own.add(one.value());
      }
    }
    return living;
  }
}
