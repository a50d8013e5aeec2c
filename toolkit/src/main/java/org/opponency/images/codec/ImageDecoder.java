package org.opponency.images.codec;

import static org.opponency.io.Text.format;

import java.io.EOFException;
import java.io.IOException;
import org.opponency.images.Picture;
import org.opponency.images.RgbImage;
import org.opponency.images.UnreadableImageException;

/**
 * The bytes of a JPEG or PNG file to 8-bit RGB, as {@code Image.open(file).convert("RGB")} of
 * Pillow does it and hence torchvision's {@code ImageFolder}: the content decides the format, not
 * the file's name; alpha is dropped; EXIF orientation and colour profiles are ignored; a truncated
 * file is refused, here also where nothing but its end marker is missing, which Pillow overlooks in
 * some files.
 */
public final class ImageDecoder {
  /** Pillow's limit (twice {@code Image.MAX_IMAGE_PIXELS}) above which it suspects an attack. */
  private static final long MOST_PIXELS = 178_956_970;

  private ImageDecoder() {}

  /**
   * Decodes one image.
   *
   * @param id names the image in the error
   * @throws UnreadableImageException if the bytes are not a complete JPEG or PNG
   */
  public static RgbImage decode(String id, byte[] file) {
    return open(id, file).whole();
  }

  /**
   * Looks through a file without decoding a JPEG's pixels.
   *
   * @param id names the image in the error
   * @throws UnreadableImageException if the bytes are not a complete JPEG or PNG
   */
  public static Picture open(String id, byte[] file) {
    return readable(id, () -> open(file, id));
  }

  private static Picture open(byte[] file, String id) throws IOException {
    if (file.length == 0) {
      throw new IOException("the file is empty");
    }
    if (file.length > 2 && file[0] == (byte) 0xff && file[1] == (byte) 0xd8) {
      JpegStructure jpeg = JpegStructure.read(file);
      checkSize(jpeg.width(), jpeg.height());
      return new Jpeg(id, jpeg);
    }
    if (PngDecoder.recognises(file)) {
      return PngDecoder.decode(file);
    }
    throw new IOException("expected the bytes of a JPEG or PNG, got " + FileKind.of(file));
  }

  /** A JPEG's components, four at most, and red, green and blue. */
  private static final int BYTES_A_PIXEL = 4 + 3;

  private record Jpeg(String id, JpegStructure structure) implements Picture {
    @Override
    public int width() {
      return structure.width();
    }

    @Override
    public int height() {
      return structure.height();
    }

    @Override
    public RgbImage top(int rows) {
      return readable(
          id,
          () ->
              DecodingMemory.within(
                  width(), height(), BYTES_A_PIXEL, () -> JpegDecoder.decode(structure, rows)));
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T readable(String id, Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException | RuntimeException e) {
      // The JDK's readers meet corrupt files with unchecked exceptions of many kinds as well.
      throw new UnreadableImageException(id, reason(e), e);
    }
  }

  private static String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof EOFException) {
        return "the file is truncated";
      }
    }
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }

  /** Refuses to allocate what no photograph needs. */
  static void checkSize(int width, int height) throws IOException {
    if ((long) width * height > MOST_PIXELS) {
      throw new IOException(
          format("it claims %d x %d pixels, the limit is %d in all", width, height, MOST_PIXELS));
    }
  }
}
