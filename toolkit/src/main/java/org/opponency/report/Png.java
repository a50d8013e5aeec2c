package org.opponency.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.opponency.images.RgbImage;

/** PNG files: figures know their resolution, so that print shows them at their size. */
public final class Png {
  private static final String FORMAT = "javax_imageio_png_1.0";
  private static final double METRES_PER_INCH = 0.0254;

  private Png() {}

  /** An image pixel by pixel, without a resolution; reading it gives the same pixels. */
  public static byte[] encode(RgbImage image) {
    return encode(image.toBufferedImage());
  }

  /** The same of any picture of Java's. */
  public static byte[] encode(BufferedImage image) {
    return encode(image, Optional.empty());
  }

  /** A picture that knows how large it is in print. */
  static byte[] encode(BufferedImage image, int dotsPerInch) {
    return encode(image, Optional.of(resolution(dotsPerInch)));
  }

  private static byte[] encode(BufferedImage image, Optional<IIOMetadataNode> resolution) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    var bytes = new ByteArrayOutputStream();
    try (var output = ImageIO.createImageOutputStream(bytes)) {
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(
              new ImageTypeSpecifier(image), writer.getDefaultWriteParam());
      if (resolution.isPresent()) {
        metadata.mergeTree(FORMAT, resolution.get());
      }
      writer.setOutput(output);
      writer.write(new IIOImage(image, null, metadata));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot encode a PNG", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static IIOMetadataNode resolution(int dotsPerInch) {
    String perMetre = Long.toString(Math.round(dotsPerInch / METRES_PER_INCH));
    var size = new IIOMetadataNode("pHYs");
    size.setAttribute("pixelsPerUnitXAxis", perMetre);
    size.setAttribute("pixelsPerUnitYAxis", perMetre);
    size.setAttribute("unitSpecifier", "meter");
    var root = new IIOMetadataNode(FORMAT);
    root.appendChild(size);
    return root;
  }
}
