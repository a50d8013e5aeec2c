package org.opponency.orchard;

/** Smooth value noise with its slopes: random values at whole numbers, eased in between. */
final class Noise {
  private Noise() {}

  /** Writes value and slopes at (x, y) into {@code brush}; {@code seed} chooses the noise. */
  static void at(double x, double y, int seed, Brush brush) {
    int column = floor(x);
    int row = floor(y);
    double fx = x - column;
    double fy = y - row;
    double ex = fx * fx * (3 - 2 * fx);
    double ey = fy * fy * (3 - 2 * fy);
    double v00 = hash(column, row, seed);
    double v10 = hash(column + 1, row, seed) - v00;
    double v01 = hash(column, row + 1, seed) - v00;
    double v11 = hash(column + 1, row + 1, seed) - v00 - v10 - v01;
    brush.noise = v00 + v10 * ex + v01 * ey + v11 * ex * ey;
    brush.noiseX = (v10 + v11 * ey) * 6 * fx * (1 - fx);
    brush.noiseY = (v01 + v11 * ex) * 6 * fy * (1 - fy);
  }

  /** A value from -1 to 1 that belongs to a lattice cell. */
  static double hash(int column, int row, int seed) {
    int h = column * 0x27d4eb2d ^ row * 0x165667b1 ^ seed;
    h = (h ^ (h >>> 15)) * 0x2c1b3c6d;
    h = (h ^ (h >>> 12)) * 0x297a2d39;
    return (h ^ (h >>> 15)) * (1.0 / (1L << 31));
  }

  static int floor(double value) {
    int whole = (int) value;
    return value < whole ? whole - 1 : whole;
  }
}
