package org.opponency.io;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files that the toolkit carries in its own jar, each beside the class that reads it. */
public final class Resource {
  private Resource() {}

  /** The content of a file in the package of a class. */
  public static byte[] bytes(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(format("Cannot read %s in the toolkit's own jar", name), e);
    }
  }

  /** The same as text in UTF-8. */
  public static String text(Class<?> beside, String name) {
    return new String(bytes(beside, name), StandardCharsets.UTF_8);
  }
}
