package org.opponency.study.analysis;

import org.opponency.images.Preprocessing;

/** How cue-conflict stimuli are brought to a network's size. */
public enum StimulusProtocol {
  /** As the paper's authors: resized by 256/224 and cropped, like validation photographs. */
  PAPER,
  /** As Geirhos et al. 2019: the whole stimulus, untouched where it has the network's size. */
  AS_IS;

  /** For networks that take {@code size x size} pixels. */
  public Preprocessing preprocessing(int size) {
    return this == PAPER ? Preprocessing.of(size) : Preprocessing.stretch(size);
  }
}
