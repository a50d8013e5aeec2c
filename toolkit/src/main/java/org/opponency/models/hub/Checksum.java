package org.opponency.models.hub;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a file, kept beside it as {@code NAME.sha256} in the form of sha256sum. */
final class Checksum {
  private Checksum() {}

  /** Notes the checksum that {@code content} will have as {@code file}. */
  static void note(Path content, Path file) throws IOException {
    String line = format("%s  %s%n", of(content), file.getFileName());
    Files.writeString(beside(file), line, StandardCharsets.UTF_8);
  }

  /**
   * Compares a file with the checksum beside it, if there is one.
   *
   * @throws IOException if they differ
   */
  static void verify(Path file) throws IOException {
    Path beside = beside(file);
    if (!Files.exists(beside)) {
      return;
    }
    String expected = Files.readString(beside, StandardCharsets.UTF_8).split("\\s", 2)[0];
    String found = of(file);
    if (!expected.equals(found)) {
      throw new IOException(
          format(
              "%s has changed since it was noted in %s: expected SHA-256 %s, found %s. Delete both to get it anew",
              file, beside.getFileName(), expected, found));
    }
  }

  /** The file that has it. */
  static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".sha256");
  }

  /** In hexadecimal digits. */
  static String of(Path file) throws IOException {
    return of(file, "SHA-256");
  }

  /** The same by another algorithm, as Java calls it. */
  static String of(Path file, String algorithm) throws IOException {
    MessageDigest digest = digest(algorithm);
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform must have " + algorithm, e);
    }
  }
}
