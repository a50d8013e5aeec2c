package org.opponency.images;

/**
 * What an analysis needs and a user has not got yet. The message says in one line what it is and
 * where to get it. Notebooks end here without having failed.
 */
public final class MissingDataException extends ImageDataException {
  private static final long serialVersionUID = 1L;

  /** Says what is missing and where to get it. */
  public MissingDataException(String message) {
    super(message);
  }
}
