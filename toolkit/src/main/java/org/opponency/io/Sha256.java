package org.opponency.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A running SHA-256; every part is preceded by its length, so that parts cannot run together. */
public final class Sha256 {
  private static final String SHA_256 = "SHA-256";

  private final MessageDigest digest = digest(SHA_256);

  /** The digest of a file's bytes and nothing else, in 64 hex digits, as sha256sum gives it. */
  public static String ofFile(Path file) throws IOException {
    return ofFile(file, SHA_256);
  }

  /** The same by another algorithm, as Java calls it: some authors publish MD5 sums. */
  public static String ofFile(Path file, String algorithm) throws IOException {
    MessageDigest digest = digest(algorithm);
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The same of bytes that are at hand. */
  public static String ofBytes(byte[] bytes) {
    return HexFormat.of().formatHex(digest(SHA_256).digest(bytes));
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform must have " + algorithm, e);
    }
  }

  /** Adds bytes. */
  public Sha256 add(byte[] part) {
    return addBare(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array()).addBare(part);
  }

  /** Adds bytes alone, so that it is for the caller to keep what they may be apart. */
  public Sha256 addBare(byte[] part) {
    digest.update(part);
    return this;
  }

  /** Adds a text, as UTF-8. */
  public Sha256 add(String part) {
    return add(part.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds the remaining bytes of a buffer, whose position stays. */
  public Sha256 add(ByteBuffer part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.remaining()));
    digest.update(part.duplicate());
    return this;
  }

  public Sha256 add(int[] part) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * part.length);
    bytes.asIntBuffer().put(part);
    return add(bytes.array());
  }

  /** The digest of all parts; ends the sum. */
  public byte[] bytes() {
    return digest.digest();
  }

  /** The digest of all parts in 64 hex digits; ends the sum. */
  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }
}
