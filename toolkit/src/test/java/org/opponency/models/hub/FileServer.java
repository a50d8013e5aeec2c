package org.opponency.models.hub;

import static org.opponency.io.Text.format;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A web server on this machine. */
public final class FileServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, byte[]> files = new HashMap<>();
  private final List<String> requests = new ArrayList<>();
  private String redirection = "";
  private final List<String> ranges = new ArrayList<>();
  private String version = "";
  private String type = "application/octet-stream";
  private long announced = -1;
  private int held;
  private boolean slow;
  private CountDownLatch end = new CountDownLatch(0);

  /** Starts it, with nothing to serve. */
  public FileServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Its own, which ends in a slash. */
  public URI address() {
    return URI.create(format("http://localhost:%d/", server.getAddress().getPort()));
  }

  /** Has a file from now on. */
  public void serve(String path, byte[] content) {
    files.put("/" + path, content);
  }

  /** Sends everybody who asks for anything else than {@code path} there. */
  void redirect(String path) {
    redirection = path.contains("://") ? path : "/" + path;
  }

  /** Keeps the last bytes of every file to itself. */
  void holdBack(int bytes) {
    held = bytes;
  }

  /** Neither goes on nor hangs up, until it is closed. */
  void fallSilent() {
    end = new CountDownLatch(1);
  }

  /** Sends files byte by byte, ten a second. */
  public void trickle() {
    slow = true;
  }

  /** Names a version of all files, of which it then sends parts, too. */
  void name(String version) {
    this.version = version;
  }

  /** Says what all files are. */
  void type(String contentType) {
    type = contentType;
  }

  /** Claims that all files are so large. */
  void announce(long bytes) {
    announced = bytes;
  }

  /** The parts that were asked for. */
  List<String> ranges() {
    return ranges;
  }

  /** How many requests there were. */
  public int requestCount() {
    return requests.size();
  }

  List<String> requests() {
    return requests;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(path);
    byte[] content = files.get(path);
    if (!redirection.isEmpty() && !path.equals(redirection)) {
      exchange.getResponseHeaders().add("Location", redirection);
      exchange.sendResponseHeaders(301, -1);
    } else if (content == null) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      exchange.getResponseHeaders().add("Content-Type", type);
      send(exchange, content, start(exchange, content.length));
    }
    exchange.close();
  }

  /** Where the part begins that is asked for; 0 for all, where it is of another version. */
  private int start(HttpExchange exchange, int length) {
    String range = exchange.getRequestHeaders().getFirst("Range");
    if (range != null) {
      ranges.add(range);
    }
    String wanted = exchange.getRequestHeaders().getFirst("If-Range");
    return range == null || !version.equals(wanted)
        ? 0
        : Integer.parseInt(range.replaceAll("bytes=([0-9]+)-", "$1"));
  }

  private void send(HttpExchange exchange, byte[] content, int start) throws IOException {
    if (!version.isEmpty()) {
      exchange.getResponseHeaders().add("ETag", version);
    }
    if (start >= content.length) {
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    int rest = content.length - start;
    if (start > 0) {
      String range = format("bytes %d-%d/%d", start, content.length - 1, content.length);
      exchange.getResponseHeaders().add("Content-Range", range);
    }
    exchange.sendResponseHeaders(start > 0 ? 206 : 200, announced < 0 ? rest : announced);
    if (slow) {
      writeSlowly(exchange.getResponseBody(), content);
    } else {
      exchange.getResponseBody().write(content, start, rest - held);
      exchange.getResponseBody().flush();
    }
    await();
  }

  private static void writeSlowly(OutputStream body, byte[] content) throws IOException {
    try {
      for (byte each : content) {
        body.write(each);
        body.flush();
        Thread.sleep(100);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void await() throws IOException {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
