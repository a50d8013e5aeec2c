package org.opponency.images.codec;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Names files that are often taken for a JPEG or PNG by how they begin. */
final class FileKind {
  private static final String CONVERT = "; convert it to PNG";
  private static final Map<String, Pattern> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("a WebP picture" + CONVERT, beginning("RIFF....WEBP"));
    KINDS.put("a GIF picture" + CONVERT, beginning("GIF8"));
    KINDS.put("an AVIF or HEIC picture" + CONVERT, beginning("....ftyp(avi|hei|hev|mif|msf)"));
    KINDS.put("a TIFF picture" + CONVERT, beginning("(II\\*\0|MM\0\\*)"));
    KINDS.put("a BMP picture" + CONVERT, beginning("BM"));
    KINDS.put("a web page", beginning("\\s*(?i)<(!doctype|html)"));
  }

  private FileKind() {}

  private static Pattern beginning(String pattern) {
    return Pattern.compile("^" + pattern, Pattern.DOTALL);
  }

  static String of(byte[] file) {
    String start = new String(file, 0, Math.min(64, file.length), StandardCharsets.ISO_8859_1);
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getValue().matcher(start).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("something else");
  }
}
