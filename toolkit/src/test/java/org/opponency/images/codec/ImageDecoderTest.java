package org.opponency.images.codec;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        .endsWith("expected the bytes of a JPEG or PNG, got a web page");
    assertThat(refusal("RIFF1234WEBPVP8 ".getBytes(StandardCharsets.UTF_8)))
        .endsWith("got a WebP picture; convert it to PNG");
    assertThat(refusal("GIF89a".getBytes(StandardCharsets.UTF_8))).contains("a GIF picture");
    assertThat(refusal("plain text".getBytes(StandardCharsets.UTF_8))).endsWith("something else");
  }

  /** Ancillary chunks that break their own rules: Pillow reads past them. */
  @ParameterizedTest
  @CsvSource({"tEXt, ''", "tEXt, no-nul-in-this", "tIME, 5byte"})
  void oddChunksBesideThePaletteAreReadPast(String type, String content) {
    byte[] plain = palettePng(4, new byte[0]);
    byte[] odd = palettePng(4, chunk(type, content.getBytes(StandardCharsets.US_ASCII)));
    assertThat(ImageDecoder.decode("odd", odd)).isEqualTo(ImageDecoder.decode("plain", plain));
  }

  /** Two colours for four indices: Pillow gives (i, i, i) for the others. */
  @Test
  void indicesBeyondThePaletteAreGrey() {
    RgbImage image = ImageDecoder.decode("short", palettePng(2, new byte[0]));
    assertThat(image.pixels()).isEqualTo(new byte[] {10, 11, 12, 13, 14, 15, 2, 2, 2, 3, 3, 3});
  }

  /** The limit in pixels lets it through; the tests' memory does not. */
  @Test
  void whatTheMemoryCannotHoldIsRefusedBeforeAllocating() throws IOException {
    byte[] file = GoldenImages.bytes("rgba-8.png");
    ByteBuffer.wrap(file).putInt(16, 13_000).putInt(20, 13_000).put(24, (byte) 16);
    assertThat(refusal(file)).contains("13000 x 13000 pixels take");
    assertThat(refusal(file)).contains("-Xmx");
  }

  /** Four pixels in a row with the indices 0 to 3. */
  private static byte[] palettePng(int colours, byte[] between) {
    byte[] header = {0, 0, 0, 4, 0, 0, 0, 1, 8, 3, 0, 0, 0};
    byte[] palette = new byte[3 * colours];
    for (int i = 0; i < palette.length; i++) {
      palette[i] = (byte) (10 + i);
    }
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[] {0, 0, 1, 2, 3});
    deflater.finish();
    byte[] packed = new byte[64];
    int length = deflater.deflate(packed);
    deflater.end();
    byte[] pixels = Arrays.copyOf(packed, length);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(ByteBuffer.allocate(8).putLong(0x89504e470d0a1a0aL).array());
    png.writeBytes(chunk("IHDR", header));
    png.writeBytes(chunk("PLTE", palette));
    png.writeBytes(between);
    png.writeBytes(chunk("IDAT", pixels));
    png.writeBytes(chunk("IEND", new byte[0]));
    return png.toByteArray();
  }

  private static byte[] chunk(String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    return ByteBuffer.allocate(12 + content.length)
        .putInt(content.length)
        .put(name)
        .put(content)
        .putInt((int) sum.getValue())
        .array();
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
