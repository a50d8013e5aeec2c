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
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opponency.io.Progress;

/**
 * A file on its way from a server: it arrives under another name in the same folder, and takes its
 * own in one step. A connection that breaks leaves what has arrived, and the next download goes on
 * from there if the server still has the same version (RFC 9110, sections 13.1.5 and 14.2). Closing
 * it takes away what is of no use: of a server that names no version, or of another content than
 * expected.
 */
final class Download implements AutoCloseable {
  private static final Patience.Limits LIMITS =
      new Patience.Limits(Duration.ofSeconds(30), Duration.ofHours(6));
  private static final int HIGHEST_PORT = 65535;
  private static final int MOST_REDIRECTIONS = 5;
  private static final int CHUNK = 1 << 16;
  private static final int NOT_SATISFIABLE = 416;
  private static final double MEGABYTE = 1e6;
  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+)");

  /** Twenty times the largest network published. */
  private static final long LARGEST = 1L << 31;

  private final String name;
  private final URI address;
  private final Path file;
  private final PartialFile part;
  private boolean complete;
  private boolean kept;

  private Download(String name, URI address, Path file, PartialFile part) {
    this.name = name;
    this.address = address;
    this.file = file;
    this.part = part;
  }

  /**
   * A download to come.
   *
   * @param name what it is called in its progress
   * @throws IOException if the folder cannot be written, or another download of it is under way
   */
  static Download of(String name, URI address, Path file) throws IOException {
    return new Download(name, address, file, PartialFile.of(file));
  }

  /** Where it arrives. */
  Path part() {
    return part.path();
  }

  /**
   * Receives the file, or what is missing of it.
   *
   * @throws IOException if the server cannot be reached, does not have it, answers with a web page,
   *     falls silent, takes too long, or sends another number of bytes than it announced, or the
   *     disk has no room for it
   */
  void run(Consumer<Progress> progress) throws IOException {
    run(progress, LIMITS);
  }

  void run(Consumer<Progress> progress, Patience.Limits limits) throws IOException {
    HttpResponse<InputStream> answer = ask();
    try (InputStream in = answer.body();
        Patience patience = new Patience(in, limits)) {
      try {
        receive(answer, in, progress, patience);
      } catch (IOException e) {
        throw patience.because(e);
      }
    }
  }

  private void receive(
      HttpResponse<InputStream> answer,
      InputStream in,
      Consumer<Progress> progress,
      Patience patience)
      throws IOException {
    refusePage(answer);
    Matcher range = range(answer);
    boolean goesOn = range.matches();
    long start = goesOn ? Long.parseLong(range.group(1)) : 0;
    long total =
        goesOn
            ? Long.parseLong(range.group(2))
            : answer.headers().firstValueAsLong("Content-Length").orElse(-1);
    requireRoom(total - start);
    OutputStream out = part.from(start, version(answer)); // closes with the part
    long received = copy(in, out, start, total, progress, patience);
    if (total >= 0 && received != total) {
      throw new IOException(format("it ended after %d of %d bytes", received, total));
    }
    complete = true;
  }

  private static Matcher range(HttpResponse<InputStream> answer) {
    boolean partial = answer.statusCode() == HttpURLConnection.HTTP_PARTIAL;
    return RANGE.matcher(
        partial ? answer.headers().firstValue("Content-Range").orElse("") : "whole");
  }

  /** The strongest words by which the server knows a version of the file, if it says any. */
  private static Optional<String> version(HttpResponse<InputStream> answer) {
    return answer
        .headers()
        .firstValue("ETag")
        .filter(tag -> !tag.startsWith("W/"))
        .or(() -> answer.headers().firstValue("Last-Modified"));
  }

  /** Pages of errors and of registration come with the status of success. */
  private static void refusePage(HttpResponse<InputStream> answer) throws IOException {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (type.startsWith("text/html")) {
      throw new IOException(
          format("the server answered with a web page, not with the file (%s)", answer.uri()));
    }
  }

  private void requireRoom(long bytes) throws IOException {
    long free = Files.getFileStore(part.path()).getUsableSpace();
    if (bytes > free) {
      throw new IOException(
          format(
              "it needs %.0f MB, but %.0f MB are free in %s; make room or name another folder",
              bytes / MEGABYTE, free / MEGABYTE, part.path().toAbsolutePath().getParent()));
    }
  }

  /** Follows redirections, also from http to https and back. */
  private HttpResponse<InputStream> ask() throws IOException {
    URI next = address;
    long from = part.size();
    for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
      HttpResponse<InputStream> answer = ask(next, from);
      if (isFile(answer, from)) {
        return answer;
      }
      answer.body().close();
      if (from > 0 && isUseless(answer)) {
        from = 0;
        continue;
      }
      Optional<String> elsewhere = answer.headers().firstValue("Location");
      if (answer.statusCode() / 100 != 3 || elsewhere.isEmpty()) {
        throw new IOException("the server answered with status " + answer.statusCode());
      }
      next = redirected(next, elsewhere.get());
    }
    throw new IOException(format("the server redirected more than %d times", MOST_REDIRECTIONS));
  }

  /** The whole file, or the rest of it. */
  private static boolean isFile(HttpResponse<InputStream> answer, long from) {
    Matcher range = range(answer);
    return answer.statusCode() == HttpURLConnection.HTTP_OK
        || range.matches() && range.group(1).equals(Long.toString(from));
  }

  /** Whether the server makes nothing of what has arrived already. */
  private static boolean isUseless(HttpResponse<InputStream> answer) {
    return answer.statusCode() == NOT_SATISFIABLE
        || answer.statusCode() == HttpURLConnection.HTTP_PARTIAL;
  }

  private static URI redirected(URI from, String elsewhere) throws IOException {
    try {
      return from.resolve(elsewhere);
    } catch (IllegalArgumentException e) {
      throw new IOException("the server redirected to " + elsewhere, e);
    }
  }

  private HttpResponse<InputStream> ask(URI address, long from) throws IOException {
    if (!Set.of("http", "https").contains(String.valueOf(address.getScheme()))
        || address.getHost() == null
        || address.getPort() > HIGHEST_PORT) {
      throw new IOException(
          "expected an address of http or https with a port up to 65535, got " + address);
    }
    HttpClient client = HttpClient.newBuilder().connectTimeout(LIMITS.silence()).build();
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(LIMITS.silence());
    if (from > 0) {
      request.header("Range", format("bytes=%d-", from));
      request.header("If-Range", part.version().orElseThrow());
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
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

  private long copy(
      InputStream in,
      OutputStream out,
      long start,
      long total,
      Consumer<Progress> progress,
      Patience patience)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    long received = start;
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      out.write(chunk, 0, n);
      received += n;
      patience.heard();
      if (received > LARGEST) {
        throw new IOException(format("it is larger than %,d bytes", LARGEST));
      }
      if (total > 0) {
        progress.accept(step(Math.min(received, total), total));
      }
    }
    return received;
  }

  private Progress step(long received, long total) {
    String detail = format("%.1f of %.1f MB", received / MEGABYTE, total / MEGABYTE);
    return new Progress("downloading " + name, received, total, detail);
  }

  /** Notes the file's checksum and gives it its name. */
  void keep() throws IOException {
    Checksum.note(part.path(), file);
    part.keep();
    kept = true;
  }

  @Override
  public void close() throws IOException {
    try (part) {
      if (!kept && (complete || part.version().isEmpty())) {
        part.discard();
      }
    }
  }
}
