package org.opponency.models.parity;

import ai.djl.ndarray.types.DataType;

/** The element type of a network under test. */
public enum Precision {
  /** Where two implementations of one formula differ by next to nothing. */
  FLOAT64(DataType.FLOAT64),
  /** What networks are trained and measured in. */
  FLOAT32(DataType.FLOAT32);

  private final DataType type;

  Precision(DataType type) {
    this.type = type;
  }

  /** The engine's name of it. */
  public DataType type() {
    return type;
  }
}
