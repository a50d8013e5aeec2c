package org.opponency.models.hub;

import static org.opponency.io.Text.format;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A web server on this machine. */
final class FileServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, byte[]> files = new HashMap<>();
  private final List<String> requests = new ArrayList<>();
  private String redirection = "";
  private int held;
  private CountDownLatch end = new CountDownLatch(0);

  FileServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create(format("http://localhost:%d/", server.getAddress().getPort()));
  }

  void serve(String path, byte[] content) {
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
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content, 0, content.length - held);
      exchange.getResponseBody().flush();
      await();
    }
    exchange.close();
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
