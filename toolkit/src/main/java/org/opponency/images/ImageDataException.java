package org.opponency.images;

/**
 * A data folder or file that is missing or not what it should be. The message names the path, what
 * was expected there, what was found and what to do.
 */
public class ImageDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong. */
  public ImageDataException(String message) {
    super(message);
  }

  /** Says what is wrong and what caused it. */
  public ImageDataException(String message, Throwable cause) {
    super(message, cause);
  }
}
