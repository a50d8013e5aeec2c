package org.opponency.images.codec;

import java.util.Objects;
import javax.imageio.stream.ImageInputStreamImpl;

/** Bytes as ImageIO reads them, without the copy that its own stream makes. */
final class BytesInput extends ImageInputStreamImpl {
  private final byte[] bytes;

  BytesInput(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() {
    bitOffset = 0;
    return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int from, int most) {
    Objects.checkFromIndexSize(from, most, into.length);
    bitOffset = 0;
    int count = (int) Math.min(most, bytes.length - streamPos);
    if (count <= 0) {
      return most == 0 ? 0 : -1;
    }
    System.arraycopy(bytes, (int) streamPos, into, from, count);
    streamPos += count;
    return count;
  }

  @Override
  public long length() {
    return bytes.length;
  }
}
