package org.opponency.models.hub;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/**
 * A file on its way from a server: it arrives under another name in the same folder, and takes its
 * own in one step. Closing it takes away what was not kept.
 *
 * @param part where it arrives
 */
record Download(URI address, Path file, Path part) implements AutoCloseable {
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final int MOST_REDIRECTIONS = 5;
  private static final int CHUNK = 1 << 16;

  /** Ten times the largest network published. */
  private static final long LARGEST = 1L << 31;

  /** Takes note of bytes received, of a total. */
  @FunctionalInterface
  interface Progress {
    void at(long received, long total);
  }

  static Download of(URI address, Path file) {
    String part = format(".%s.%s.part", file.getFileName(), UUID.randomUUID());
    return new Download(address, file, file.resolveSibling(part));
  }

  /**
   * Receives the file.
   *
   * @throws IOException if the server cannot be reached, does not have it, falls silent, or sends
   *     another number of bytes than it announced
   */
  void run(Progress progress) throws IOException {
    HttpURLConnection connection = open();
    long total = connection.getContentLengthLong();
    Files.createDirectories(part.getParent());
    try (InputStream in = connection.getInputStream();
        OutputStream out = Files.newOutputStream(part)) {
      long received = copy(in, out, total, progress);
      if (total >= 0 && received != total) {
        throw new IOException(format("it ended after %d of %d bytes", received, total));
      }
    } finally {
      connection.disconnect();
    }
  }

  /** Follows redirections, also from http to https, which the JDK leaves alone. */
  private HttpURLConnection open() throws IOException {
    URI next = address;
    for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
      HttpURLConnection connection = connect(next);
      int status = connection.getResponseCode();
      String elsewhere = connection.getHeaderField("Location");
      if (status == HttpURLConnection.HTTP_OK) {
        return connection;
      }
      connection.disconnect();
      if (status / 100 != 3 || elsewhere == null) {
        throw new IOException("the server answered with status " + status);
      }
      next = redirected(next, elsewhere);
    }
    throw new IOException(format("the server redirected more than %d times", MOST_REDIRECTIONS));
  }

  private static URI redirected(URI from, String elsewhere) throws IOException {
    try {
      return from.resolve(elsewhere);
    } catch (IllegalArgumentException e) {
      throw new IOException("the server redirected to " + elsewhere, e);
    }
  }

  private static HttpURLConnection connect(URI address) throws IOException {
    if (!Set.of("http", "https").contains(address.getScheme())) {
      throw new IOException("expected an address of http or https, got " + address);
    }
    URLConnection connection = address.toURL().openConnection();
    connection.setConnectTimeout((int) SILENCE.toMillis());
    connection.setReadTimeout((int) SILENCE.toMillis());
    HttpURLConnection http = (HttpURLConnection) connection;
    http.setInstanceFollowRedirects(false);
    return http;
  }

  private static long copy(InputStream in, OutputStream out, long total, Progress progress)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    long received = 0;
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      out.write(chunk, 0, n);
      received += n;
      if (received > LARGEST) {
        throw new IOException(format("it is larger than %,d bytes", LARGEST));
      }
      if (total > 0) {
        progress.at(Math.min(received, total), total);
      }
    }
    return received;
  }

  /** Notes the file's checksum and gives it its name. */
  void keep() throws IOException {
    Checksum.note(part, file);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(part);
  }
}
