package org.opponency.kernel;

import static org.opponency.kernel.Text.format;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * What a notebook shows of a value: the same in several forms, of which it picks the richest that
 * it can draw.
 *
 * @param data the forms by MIME type, such as {@code "text/html"}; binary ones in base 64. With
 *     {@code "text/plain"}, which stands in for the others where there is no notebook
 * @param metadata what the notebook should know of a form, by MIME type; may be empty
 */
public record Rendering(Map<String, ?> data, Map<String, ?> metadata) {
  private static final String PLAIN = "text/plain";

  /** Takes copies, and refuses what has no {@code text/plain}. */
  public Rendering {
    if (!data.containsKey(PLAIN)) {
      throw new IllegalArgumentException(
          format(
              "Expected a form text/plain, got only %s: say in words what is shown",
              data.keySet()));
    }
    data = new LinkedHashMap<>(data);
    metadata = new LinkedHashMap<>(metadata);
  }

  /** Plain text. */
  public static Rendering text(String text) {
    return new Rendering(Map.of(PLAIN, text), Map.of());
  }

  /** HTML, and the same in plain text. */
  public static Rendering html(String html, String text) {
    return new Rendering(Map.of("text/html", html, PLAIN, text), Map.of());
  }

  /** An image at its size in pixels, and what it shows in words. */
  public static Rendering image(RenderedImage image, String alternative) {
    return image(image, image.getWidth(), image.getHeight(), alternative);
  }

  /**
   * The same at another size: painted at twice its width and height, an image is crisp on any
   * screen.
   */
  public static Rendering image(RenderedImage image, int width, int height, String alternative) {
    Map<String, ?> shown = Map.of("width", width, "height", height, "alt", alternative);
    return new Rendering(
        Map.of("image/png", png(image), PLAIN, alternative), Map.of("image/png", shown));
  }

  private static String png(RenderedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", bytes)) {
        throw new IllegalArgumentException("Java cannot write this image as PNG: " + image);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
