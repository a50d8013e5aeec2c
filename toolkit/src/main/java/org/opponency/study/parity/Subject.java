package org.opponency.study.parity;

import java.util.List;

/** Something that is compared with a peer. */
interface Subject {
  /** What it is, such as {@code ResNet-50}. */
  String name();

  /** Whether it takes a second or two rather than many. */
  boolean quick();

  /** Does the work and compares. */
  List<ParityCheck> checks();
}
