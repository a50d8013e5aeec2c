package org.opponency.models.hub;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A file on its way from a server: it arrives under another name in the same folder, and takes its
 * own in one step. Closing it takes away what was not kept.
 *
 * @param part where it arrives
 */
record Download(URI address, Path file, Path part) implements AutoCloseable {
  private static final Patience.Limits LIMITS =
      new Patience.Limits(Duration.ofSeconds(30), Duration.ofHours(6));
  private static final int HIGHEST_PORT = 65535;
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
   * @throws IOException if the server cannot be reached, does not have it, falls silent, takes too
   *     long, or sends another number of bytes than it announced
   */
  void run(Progress progress) throws IOException {
    run(progress, LIMITS);
  }

  void run(Progress progress, Patience.Limits limits) throws IOException {
    HttpResponse<InputStream> answer = ask();
    long total = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
    Files.createDirectories(part.getParent());
    try (InputStream in = answer.body();
        OutputStream out = Files.newOutputStream(part);
        Patience patience = new Patience(in, limits)) {
      try {
        long received = copy(in, out, total, progress, patience);
        if (total >= 0 && received != total) {
          throw new IOException(format("it ended after %d of %d bytes", received, total));
        }
      } catch (IOException e) {
        throw patience.because(e);
      }
    }
  }

  /** Follows redirections, also from http to https and back. */
  private HttpResponse<InputStream> ask() throws IOException {
    URI next = address;
    for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
      HttpResponse<InputStream> answer = ask(next);
      if (answer.statusCode() == HttpURLConnection.HTTP_OK) {
        return answer;
      }
      answer.body().close();
      Optional<String> elsewhere = answer.headers().firstValue("Location");
      if (answer.statusCode() / 100 != 3 || elsewhere.isEmpty()) {
        throw new IOException("the server answered with status " + answer.statusCode());
      }
      next = redirected(next, elsewhere.get());
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

  private static HttpResponse<InputStream> ask(URI address) throws IOException {
    if (!Set.of("http", "https").contains(String.valueOf(address.getScheme()))
        || address.getHost() == null
        || address.getPort() > HIGHEST_PORT) {
      throw new IOException(
          "expected an address of http or https with a port up to 65535, got " + address);
    }
    HttpClient client = HttpClient.newBuilder().connectTimeout(LIMITS.silence()).build();
    try {
      return client.send(
          HttpRequest.newBuilder(address).timeout(LIMITS.silence()).build(),
          HttpResponse.BodyHandlers.ofInputStream());
    } catch (ConnectException e) {
      throw unreachable(address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("it was interrupted");
    }
  }

  /** The client's own exception has no message. */
  private static IOException unreachable(URI address, ConnectException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return new UnknownHostException(address.getHost());
      }
    }
    return new ConnectException("nobody answers at " + address.getAuthority());
  }

  private static long copy(
      InputStream in, OutputStream out, long total, Progress progress, Patience patience)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    long received = 0;
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      out.write(chunk, 0, n);
      received += n;
      patience.heard();
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
