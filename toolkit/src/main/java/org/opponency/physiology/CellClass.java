package org.opponency.physiology;

/** The classes of Figure 2. */
public enum CellClass {
  /** Opponent to colour and to luminance. */
  COLOUR_AND_LUMINANCE("colour and luminance"),
  /** Opponent to luminance only. */
  LUMINANCE_ONLY("luminance only"),
  /** Opponent to colour only. */
  COLOUR_ONLY("colour only"),
  /** Opponent to neither, or unresponsive. */
  NEITHER("neither");

  private final String label;

  CellClass(String label) {
    this.label = label;
  }

  /** The name as legends give it. */
  public String label() {
    return label;
  }

  /** Whether it is opponent to colour, whatever else. */
  public boolean colour() {
    return this == COLOUR_ONLY || this == COLOUR_AND_LUMINANCE;
  }

  /** Whether it is opponent to luminance, whatever else. */
  public boolean luminance() {
    return this == LUMINANCE_ONLY || this == COLOUR_AND_LUMINANCE;
  }

  static CellClass of(Opponency colour, Opponency luminance) {
    if (luminance == Opponency.OPPONENT) {
      return colour == Opponency.OPPONENT ? COLOUR_AND_LUMINANCE : LUMINANCE_ONLY;
    }
    return colour == Opponency.OPPONENT ? COLOUR_ONLY : NEITHER;
  }
}
