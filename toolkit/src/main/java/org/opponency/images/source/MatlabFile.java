package org.opponency.images.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/**
 * The first structure array of a MATLAB 5 file ("MAT-File Format", The MathWorks): what {@code
 * meta.mat} of ImageNet's devkit is. Texts and single numbers are read, all else is passed over.
 */
final class MatlabFile {
  private static final int HEADER_BYTES = 128;
  private static final int MATRIX = 14;
  private static final int COMPRESSED = 15;
  private static final int STRUCTURES = 2;
  private static final int TEXT = 4;

  private MatlabFile() {}

  /** Element of a file: its type and its bytes. */
  private record Element(int type, ByteBuffer bytes) {
    /** Takes the next element; small ones share eight bytes with their tag. */
    static Element next(ByteBuffer in) throws IOException {
      int type = in.getInt();
      boolean small = type >>> 16 != 0;
      int length = small ? type >>> 16 : in.getInt();
      ByteBuffer bytes = in.slice(in.position(), length).order(in.order());
      // A compressed element is the only one that is not filled up to eight bytes.
      int room = small ? 4 : type == COMPRESSED ? length : (length + 7) / 8 * 8;
      in.position(in.position() + Math.min(room, in.remaining()));
      Element element = new Element(type & 0xffff, bytes);
      return element.type == COMPRESSED ? next(inflated(bytes)) : element;
    }

    private static ByteBuffer inflated(ByteBuffer bytes) throws IOException {
      byte[] packed = new byte[bytes.remaining()];
      bytes.get(packed);
      var plain = new InflaterInputStream(new ByteArrayInputStream(packed));
      return ByteBuffer.wrap(ValidationLabels.unpacked(plain)).order(bytes.order());
    }

    String latin() {
      return StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
    }

    /** Numbers are stored as narrow as they fit. */
    List<Number> numbers() throws IOException {
      List<Number> numbers = new ArrayList<>();
      while (bytes.hasRemaining()) {
        numbers.add(
            switch (type) {
              case 1 -> bytes.get();
              case 2, 16 -> bytes.get() & 0xff;
              case 3 -> bytes.getShort();
              case 4, 17 -> bytes.getShort() & 0xffff;
              case 5, 6 -> bytes.getInt();
              case 7 -> bytes.getFloat();
              case 9 -> bytes.getDouble();
              case 12, 13 -> bytes.getLong();
              default -> throw new IOException("unknown type of number " + type);
            });
      }
      return numbers;
    }
  }

  /**
   * The structures by field name; a value is a String, a Number, or missing.
   *
   * @throws IOException if the bytes are not such a file
   */
  static List<Map<String, Object>> structures(byte[] file) throws IOException {
    try {
      ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
      if (file.length < HEADER_BYTES || file[126] != 'I' || file[127] != 'M') {
        throw new IOException("expected a MATLAB 5 file in little-endian order");
      }
      in.position(HEADER_BYTES);
      return structures(Element.next(in));
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("the MATLAB file is damaged", e);
    }
  }

  private static List<Map<String, Object>> structures(Element matrix) throws IOException {
    ByteBuffer in = matrix.bytes();
    if (matrix.type() != MATRIX || (Element.next(in).bytes().get(0) & 0xff) != STRUCTURES) {
      throw new IOException("expected an array of structures");
    }
    int count = 1;
    for (Number side : Element.next(in).numbers()) {
      count *= side.intValue();
    }
    Element.next(in); // the array's name
    int nameLength = Element.next(in).numbers().get(0).intValue();
    String names = Element.next(in).latin();
    List<Map<String, Object>> structures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> fields = new HashMap<>();
      for (int at = 0; at < names.length(); at += nameLength) {
        String name = names.substring(at, at + nameLength).split("\0", 2)[0];
        fields.put(name, value(Element.next(in)));
      }
      structures.add(fields);
    }
    return structures;
  }

  private static Object value(Element matrix) throws IOException {
    ByteBuffer in = matrix.bytes();
    if (!in.hasRemaining()) {
      return null;
    }
    int kind = Element.next(in).bytes().get(0) & 0xff;
    Element.next(in); // its sides
    Element.next(in); // its name
    if (kind < TEXT || !in.hasRemaining()) {
      return null;
    }
    List<Number> numbers = Element.next(in).numbers();
    if (kind > TEXT) {
      return numbers.size() == 1 ? numbers.get(0) : null;
    }
    StringBuilder text = new StringBuilder();
    numbers.forEach(letter -> text.append((char) letter.intValue()));
    return text.toString();
  }
}
