package org.opponency.report.notebook;

import static org.opponency.io.Text.format;

import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.Map;
import org.opponency.report.Png;
import org.opponency.report.draw.Raster;

/**
 * One thing in several forms, of which a notebook picks the richest that it can draw.
 *
 * @param data the forms by MIME type, such as {@code "text/html"}; binary ones in base 64. With
 *     {@code "text/plain"}, which stands in for the others where there is no notebook
 * @param metadata what a notebook should know of a form, by MIME type; may be empty
 */
public record DisplayForms(Map<String, ?> data, Map<String, ?> metadata) {
  private static final String PLAIN = "text/plain";
  private static final String PNG = "image/png";

  /** Refuses what has no {@code text/plain}. */
  public DisplayForms {
    if (!data.containsKey(PLAIN)) {
      throw new IllegalArgumentException(
          format("Expected a form text/plain, got only %s", data.keySet()));
    }
    data = Map.copyOf(data);
    metadata = Map.copyOf(metadata);
  }

  /** Text alone. */
  public static DisplayForms text(String text) {
    return new DisplayForms(Map.of(PLAIN, text.stripTrailing()), Map.of());
  }

  /** HTML, and a text that says the same. */
  public static DisplayForms html(String html, String text) {
    return new DisplayForms(Map.of("text/html", html, PLAIN, text.stripTrailing()), Map.of());
  }

  /**
   * A picture as PNG, shown at half its size in pixels: painted at twice the size that it should
   * have, it is crisp on screens of any density.
   *
   * @param alternative what one sees, for those who do not; becomes one line
   * @param text stands in where there are no pictures
   */
  public static DisplayForms image(BufferedImage image, String alternative, String text) {
    Map<String, ?> shown =
        Map.of(
            "width", points(image.getWidth()),
            "height", points(image.getHeight()),
            "alt", alternative.strip().replaceAll("\\s+", " "));
    return new DisplayForms(
        Map.of(PNG, Base64.getEncoder().encodeToString(Png.encode(image)), PLAIN, text.strip()),
        Map.of(PNG, shown));
  }

  /** The form for people without a notebook. */
  public String text() {
    return String.valueOf(data.get(PLAIN));
  }

  /** Whether there is no other form. */
  boolean isText() {
    return data.size() == 1;
  }

  private static int points(int pixels) {
    return (pixels + Raster.PIXELS_PER_POINT - 1) / Raster.PIXELS_PER_POINT;
  }
}
