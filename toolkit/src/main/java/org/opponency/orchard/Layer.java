package org.opponency.orchard;

/** Something with a sharp outline in a scene. Coordinates run from -1 to 1, y downwards. */
interface Layer {
  /** Whether this covers the point (x, y); if so, its colour is written into {@code brush}. */
  boolean paint(double x, double y, Brush brush);
}
