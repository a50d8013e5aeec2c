package org.opponency.images;

import static org.opponency.io.Text.format;

/** An image that cannot be decoded: names the image and the reason. */
public final class UnreadableImageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /** Says that image {@code id} cannot be read and why. */
  public UnreadableImageException(String id, String reason, Throwable cause) {
    super(format("Cannot read image %s: %s", id, reason), cause);
    this.reason = reason;
  }

  /** Why it cannot be read, without its name. */
  public String reason() {
    return reason;
  }
}
