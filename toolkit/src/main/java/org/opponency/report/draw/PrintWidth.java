package org.opponency.report.draw;

/** How wide figures are in print: a column or a whole page of a journal. */
public enum PrintWidth {
  COLUMN(88),
  PAGE(180);

  private static final double POINTS_PER_MILLIMETRE = 96 / 25.4;

  /** The most that a printed page leaves a figure in height, in points: 240 mm. */
  public static final int HIGHEST = (int) (240 * POINTS_PER_MILLIMETRE);

  private final int millimetres;

  PrintWidth(int millimetres) {
    this.millimetres = millimetres;
  }

  public int millimetres() {
    return millimetres;
  }

  /** The same in points, rounded: 333 or 680. */
  public int points() {
    return (int) Math.round(millimetres * POINTS_PER_MILLIMETRE);
  }

  /** The smallest that holds a drawing of so many points as it is; else the page. */
  public static PrintWidth holding(int points) {
    return points <= COLUMN.points() ? COLUMN : PAGE;
  }
}
