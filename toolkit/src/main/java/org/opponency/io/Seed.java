package org.opponency.io;

import java.util.Random;

/** Derives seeds from seeds, so that parallel work is random and yet the same in any order. */
public final class Seed {
  private Seed() {}

  /**
   * A seed for one piece of work.
   *
   * @param seed the seed of the whole
   * @param path where the piece is in the whole, such as epoch and image index
   */
  public static long of(long seed, long... path) {
    long mixed = mix(seed);
    for (long step : path) {
      mixed = mix(mixed + step);
    }
    return mixed;
  }

  /** Random numbers for one piece of work, fixed by Java's specification of {@link Random}. */
  public static Random random(long seed, long... path) {
    return new Random(of(seed, path));
  }

  /** One step of SplitMix64 (Steele, Lea and Flood 2014, with Stafford's variant 13). */
  private static long mix(long state) {
    long z = state + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
