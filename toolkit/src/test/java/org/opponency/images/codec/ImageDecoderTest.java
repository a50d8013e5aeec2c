package org.opponency.images.codec;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opponency.images.GoldenImages;
import org.opponency.images.Picture;
import org.opponency.images.RgbImage;
import org.opponency.images.UnreadableImageException;

class ImageDecoderTest {
  static Stream<GoldenImages.Needed> files() throws IOException {
    return GoldenImages.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void decodesLikePillow(GoldenImages.Needed golden) throws IOException {
    RgbImage decoded = ImageDecoder.decode(golden.file(), GoldenImages.bytes(golden.file()));

    assertThat(decoded).isEqualTo(GoldenImages.picture(golden.file() + ".rgb.png"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void decodesTheUpperPartAsItIsInTheWhole(GoldenImages.Needed golden) throws IOException {
    Picture picture = ImageDecoder.open(golden.file(), GoldenImages.bytes(golden.file()));
    byte[] whole = picture.whole().pixels();

    for (int rows : new int[] {1, 8, 17, picture.height()}) {
      byte[] top = picture.top(rows).pixels();
      assertThat(top.length).isAtLeast(3 * rows * picture.width());
      assertThat(top).isEqualTo(Arrays.copyOf(whole, top.length));
    }
  }

  @Test
  void decodesNoFurtherThanAsked() throws IOException {
    Picture picture = ImageDecoder.open("progressive", GoldenImages.bytes("progressive.jpg"));

    assertThat(picture.top(9).height()).isEqualTo(9);
    assertThat(picture.height()).isEqualTo(picture.whole().height());
  }

  @ParameterizedTest
  @MethodSource("files")
  void refusesTheTruncatedFilesThatPillowRefuses(GoldenImages.Needed golden) throws IOException {
    byte[] file = GoldenImages.bytes(golden.file());
    for (int length = 1; length < golden.bytes(); length += 1 + (golden.bytes() - length) / 20) {
      byte[] cut = Arrays.copyOf(file, length);
      var refused =
          assertThrows(
              UnreadableImageException.class, () -> ImageDecoder.decode(golden.file(), cut));
      assertThat(refused).hasMessageThat().contains("Cannot read image " + golden.file());
    }
  }

  @Test
  void saysThatAFileIsTruncated() throws IOException {
    for (String name : new String[] {"progressive.jpg", "rgba-8.png"}) {
      byte[] file = GoldenImages.bytes(name);
      assertThat(refusal(Arrays.copyOf(file, file.length / 2)))
          .isEqualTo("Cannot read image a/b.jpg: the file is truncated");
    }
  }

  @Test
  void refusesWhatIsNoImage() {
    assertThat(refusal(new byte[0])).endsWith("the file is empty");
    assertThat(refusal("<html>not found</html>".getBytes(StandardCharsets.UTF_8)))
        .endsWith("expected the bytes of a JPEG or PNG, got something else");
  }

  @Test
  void refusesAHugeClaimBeforeAllocating() throws IOException {
    byte[] file = GoldenImages.bytes("rgba-8.png");
    ByteBuffer.wrap(file).putInt(16, 100_000).putInt(20, 100_000);

    assertThat(refusal(file)).contains("100000 x 100000 pixels, the limit is 178956970");
  }

  @Test
  void refusesAJpegOfTwoComponents() throws IOException {
    byte[] file = GoldenImages.bytes("grey.jpg");
    for (int i = 0; i < file.length; i++) {
      if (file[i] == (byte) 0xff && file[i + 1] == (byte) 0xc0) {
        file[i + 9] = 2;
        break;
      }
    }

    assertThat(refusal(file)).contains("expected 1, 3 or 4 JPEG components, got 2");
  }

  @ParameterizedTest
  @MethodSource("files")
  void anyDamageGivesAnImageOrAClearRefusal(GoldenImages.Needed golden) throws IOException {
    byte[] file = GoldenImages.bytes(golden.file());
    Random random = new Random(7);
    for (int i = 0; i < 30; i++) {
      byte[] damaged = file.clone();
      for (int k = 0; k < 5; k++) {
        damaged[random.nextInt(Math.min(file.length, 400))] = (byte) random.nextInt();
      }
      try {
        assertThat(ImageDecoder.decode("damaged", damaged).width()).isGreaterThan(0);
      } catch (UnreadableImageException e) {
        assertWithMessage("trial %s", i).that(e).hasMessageThat().contains("image damaged: ");
      }
    }
  }

  private static String refusal(byte[] file) {
    return assertThrows(UnreadableImageException.class, () -> ImageDecoder.decode("a/b.jpg", file))
        .getMessage();
  }
}
