package org.opponency.images;

/** An image that cannot be decoded: names the image and the reason. */
public final class UnreadableImageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /** Says that image {@code id} cannot be read and why. */
  public UnreadableImageException(String id, String reason, Throwable cause) {
    super("Cannot read image %s: %s".formatted(id, reason), cause);
    this.reason = reason;
  }

  /** Why it cannot be read, without its name. */
  public String reason() {
    return reason;
  }
}
