package org.opponency.report.draw;

import static com.google.common.truth.Truth.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.opponency.images.RgbImage;
import org.opponency.report.ContactSheet;

class PaintedImageTest {
  private static final RgbImage RED_GREEN =
      new RgbImage(2, 1, new byte[] {(byte) 200, 0, 0, 0, 100, 0});

  @Test
  void enlargedPixelsAreSquares() {
    var enlarged = PaintedImage.resized(RED_GREEN, 8, 4);
    for (int y = 0; y < 4; y++) {
      assertThat(enlarged.getRGB(3, y)).isEqualTo(0xffc80000);
      assertThat(enlarged.getRGB(4, y)).isEqualTo(0xff006400);
    }
  }

  @Test
  void reducedPixelsAreMeans() {
    int mean = PaintedImage.resized(RED_GREEN, 1, 1).getRGB(0, 0);
    assertThat(mean >> 16 & 0xff).isEqualTo(100);
    assertThat(mean >> 8 & 0xff).isEqualTo(50);
  }

  @Test
  void vectorGraphicsKeepTheOwnPixelsOfWhatIsSmooth() throws IOException {
    assertThat(embedded(true).getWidth()).isEqualTo(2);
    assertThat(embedded(false).getWidth()).isEqualTo(80);
  }

  private static BufferedImage embedded(boolean smooth) throws IOException {
    ContactSheet sheet = ContactSheet.of(List.of(RED_GREEN)).cell(40);
    Matcher image =
        Pattern.compile("base64,([A-Za-z0-9+/=\\s]+)")
            .matcher(Svg.of(smooth ? sheet.interpolated() : sheet));
    assertThat(image.find()).isTrue();
    byte[] bytes = Base64.getMimeDecoder().decode(image.group(1));
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }
}
