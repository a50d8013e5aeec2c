package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What Java's own reader finds in files of ours. */
class PngTest {
  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB})
  void everyPixelComesBack(int type) throws IOException {
    BufferedImage image = noise(type);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.encode(image)));
    assertThat(read.getColorModel().hasAlpha()).isEqualTo(image.getColorModel().hasAlpha());
    assertThat(read.getWidth()).isEqualTo(7);
    assertThat(read.getHeight()).isEqualTo(5);
    for (int y = 0; y < 5; y++) {
      for (int x = 0; x < 7; x++) {
        assertThat(read.getRGB(x, y)).isEqualTo(image.getRGB(x, y));
      }
    }
  }

  private static BufferedImage noise(int type) {
    Random random = new Random(1);
    var image = new BufferedImage(7, 5, type);
    for (int i = 0; i < 35; i++) {
      image.setRGB(i % 7, i / 7, random.nextInt());
    }
    return image;
  }

  /** 300 dots an inch are 11,811 a metre. */
  @Test
  void figuresKnowTheirResolution() throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    byte[] file = Png.encode(noise(BufferedImage.TYPE_INT_RGB), 300);
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(file)));
    var root = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
    NodeList sizes = root.getElementsByTagName("pHYs");
    assertThat(sizes.getLength()).isEqualTo(1);
    var size = (Element) sizes.item(0);
    assertThat(size.getAttribute("pixelsPerUnitXAxis")).isEqualTo("11811");
    assertThat(size.getAttribute("pixelsPerUnitYAxis")).isEqualTo("11811");
    assertThat(size.getAttribute("unitSpecifier")).isEqualTo("meter");
  }

  @Test
  void smoothPicturesAreSmallerThanJavasOwn() throws IOException {
    var image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 200; y++) {
      for (int x = 0; x < 200; x++) {
        int grey = (int) (128 + 100 * Math.sin(x / 17.0) * Math.cos(y / 23.0));
        image.setRGB(x, y, grey * 0x10101);
      }
    }
    var own = new ByteArrayOutputStream();
    ImageIO.write(image, "png", own);
    assertThat(Png.encode(image).length).isLessThan(own.size() / 2);
  }
}
