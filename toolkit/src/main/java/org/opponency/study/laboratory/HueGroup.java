package org.opponency.study.laboratory;

/** The widths whose curves are averaged. */
public enum HueGroup {
  /** One channel or two. */
  NARROW("width 1 and 2", 1, 2),
  /** Sixteen channels and more. */
  WIDE("width 16 and 32", 16, 32);

  private final String label;
  private final int least;
  private final int most;

  HueGroup(String label, int least, int most) {
    this.label = label;
    this.least = least;
    this.most = most;
  }

  /** The name as legends give it. */
  public String label() {
    return label;
  }

  boolean has(int width) {
    return width >= least && width <= most;
  }
}
