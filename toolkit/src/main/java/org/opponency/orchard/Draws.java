package org.opponency.orchard;

/**
 * A stream of random numbers that can be split by name, so that every part of a picture has its own
 * stream and drawing more for one part never moves another.
 *
 * <p>The numbers are SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number
 * generators"), whose arithmetic is the same everywhere.
 */
final class Draws {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 1.0 / (1L << 53);

  private final long origin;
  private long state;

  private Draws(long origin) {
    this.origin = origin;
    this.state = origin;
  }

  static Draws of(long seed) {
    return new Draws(mix(seed + GOLDEN));
  }

  /** The stream called {@code name} below this one; does not depend on what was drawn so far. */
  Draws split(String name) {
    long hash = origin;
    for (int i = 0; i < name.length(); i++) {
      hash = mix(hash + GOLDEN + name.charAt(i));
    }
    return new Draws(mix(hash ^ GOLDEN));
  }

  /** The stream numbered {@code index} below this one. */
  Draws split(long index) {
    return new Draws(mix(mix(origin ^ GOLDEN) + GOLDEN * (index + 1)));
  }

  /** The next number, uniform in [0, 1). */
  double uniform() {
    return (next() >>> 11) * UNIT;
  }

  /** The next number, uniform in [low, high). */
  double between(double low, double high) {
    return low + (high - low) * uniform();
  }

  /**
   * The next number, bell-shaped from {@code mean - spread} to {@code mean + spread}: the mean of
   * three.
   */
  double around(double mean, double spread) {
    return mean + spread * (2.0 / 3.0 * (uniform() + uniform() + uniform()) - 1);
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** The next whole number, uniform from 0 to {@code bound - 1}. */
  int below(int bound) {
    return (int) (uniform() * bound);
  }

  int bits() {
    return (int) (next() >>> 32);
  }

  private long next() {
    state += GOLDEN;
    return mix(state);
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
