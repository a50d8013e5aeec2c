package org.opponency.physiology.cone;

/** Whether a cell prefers colour or luminance (Johnson, Hawken and Shapley 2001). */
public enum Preference {
  /** An index above 2. */
  COLOUR("colour"),
  /** From 0.5 to 2. */
  COLOUR_LUMINANCE("colour-luminance"),
  /** Below 0.5. */
  LUMINANCE("luminance"),
  /** Without an index: it answers no grating. */
  SILENT("silent");

  private final String label;

  Preference(String label) {
    this.label = label;
  }

  /** The name as legends give it. */
  public String label() {
    return label;
  }

  static Preference of(double index) {
    if (Double.isNaN(index)) {
      return SILENT;
    } else if (index > 2) {
      return COLOUR;
    }
    return index < 0.5 ? LUMINANCE : COLOUR_LUMINANCE;
  }
}
