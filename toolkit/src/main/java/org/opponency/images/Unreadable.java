package org.opponency.images;

/** What to do with an image that cannot be decoded. */
public enum Unreadable {
  /** Leave it out of its batch, which becomes shorter, and remember it. */
  SKIP,
  /** Stop with the {@link UnreadableImageException} that names it. */
  REFUSE
}
