package org.opponency.orchard;

/** One of the three properties by which fruits can be told apart. */
public enum Cue {
  /** The outline only: flat, in a grey that says nothing. */
  SILHOUETTE,
  /** Relief, markings and gloss only: in greys, on a plain oval. */
  SURFACE,
  /** The colours of the skin only: smooth, on a plain oval. */
  COLOUR
}
