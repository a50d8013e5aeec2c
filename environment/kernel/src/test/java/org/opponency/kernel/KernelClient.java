package org.opponency.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ.Socket;

/** A kernel in a process of its own and a client that speaks Jupyter's protocol to it. */
final class KernelClient implements AutoCloseable {
  // So long that only a kernel that hangs exceeds it, however busy the machine is.
  private static final int TIMEOUT_MS = 300_000;
  private static final int STARTS = 3;
  private static final int POLL_MS = 200;
  private static final String KEY = "a-secret-key";
  private static final String SESSION = UUID.randomUUID().toString();
  private static final Gson GSON = new Gson();

  /** A message of the kernel: its type and content, and the request that it belongs to. */
  record Message(String type, String parent, JsonObject content) {
    String text(String key) {
      return content.get(key).getAsString();
    }
  }

  private final ZContext context = new ZContext();
  private Process process;
  private Socket shell;
  private Socket control;
  private Socket iopub;
  private Socket stdin;

  /** Starts a kernel with more environment variables, and waits until it answers. */
  KernelClient(Path folder, Map<String, String> environment) throws IOException {
    this(folder, environment, Path.of(System.getProperty("java.home")));
  }

  /** The same, on another JDK. */
  KernelClient(Path folder, Map<String, String> environment, Path jdk) throws IOException {
    boolean ready = false;
    try {
      for (int start = 0; start < STARTS && !ready; start++) {
        ready = starts(folder, environment, jdk, connection());
      }
      if (!ready) {
        throw new AssertionError("the kernel ended " + STARTS + " times before it answered");
      }
    } finally {
      if (!ready) {
        close();
      }
    }
  }

  /** Between the choice of a free port and its use by the kernel, another process can take it. */
  private boolean starts(
      Path folder, Map<String, String> environment, Path jdk, JsonObject connection)
      throws IOException {
    Path file = Files.writeString(folder.resolve("connection.json"), connection.toString());
    process = start(file, environment, jdk).inheritIO().start();
    shell = socket(SocketType.DEALER, connection, "shell_port");
    control = socket(SocketType.DEALER, connection, "control_port");
    iopub = socket(SocketType.SUB, connection, "iopub_port");
    stdin = socket(SocketType.DEALER, connection, "stdin_port");
    iopub.subscribe("");
    return isReady();
  }

  /** Waits until the kernel has ended, and gives the status that it left. */
  int exitValue() {
    return process.onExit().orTimeout(TIMEOUT_MS, TimeUnit.MILLISECONDS).join().exitValue();
  }

  /** Asks something on the shell channel and gives the answer. */
  JsonObject ask(String type, Map<String, ?> content) {
    return reply(shell, send(shell, type, content, KEY)).content();
  }

  /** Asks something on the control channel and gives the answer. */
  JsonObject askControl(String type) {
    return reply(control, send(control, type, Map.of("restart", false), KEY)).content();
  }

  /** Runs a cell to its end and gives what the kernel published, its states left out. */
  List<Message> run(String code) {
    String request = begin(code);
    List<Message> published = finish(request);
    reply(shell, request);
    return published;
  }

  /** Runs a cell and gives the message of a type that it must publish. */
  Message run(String code, String type) {
    List<Message> published = run(code);
    return published.stream()
        .filter(message -> message.type().equals(type))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " in " + published));
  }

  /** Runs a cell whose last line is an expression and gives its value as text. */
  String value(String code) {
    JsonObject data = run(code, "execute_result").content().getAsJsonObject("data");
    return data.get("text/plain").getAsString();
  }

  /** What a cell prints to a stream, {@code stdout} or {@code stderr}. */
  String printed(String code, String stream) {
    StringBuilder text = new StringBuilder();
    run(code).stream()
        .filter(message -> message.type().equals("stream"))
        .filter(message -> message.text("name").equals(stream))
        .forEach(message -> text.append(message.text("text")));
    return text.toString();
  }

  /** The lines that explain why a cell failed. */
  List<String> failure(String code) {
    return traceback(run(code, "error"));
  }

  /** Text without colours. */
  private static String plain(String line) {
    return line.replaceAll("\u001b\\[[\\d;]*m", "");
  }

  static List<String> traceback(Message error) {
    List<String> lines = new ArrayList<>();
    error
        .content()
        .getAsJsonArray("traceback")
        .forEach(line -> lines.add(plain(line.getAsString())));
    return lines;
  }

  /** Sends a cell to run and gives the request's identifier. */
  String begin(String code) {
    return send(shell, "execute_request", Map.of("code", code, "allow_stdin", false), KEY);
  }

  /** The same with more fields than the code. */
  String begin(String code, Map<String, ?> fields) {
    Map<String, Object> content = new HashMap<>(fields);
    content.put("code", code);
    return send(shell, "execute_request", content, KEY);
  }

  /** Reads the answer to a cell that was sent. */
  JsonObject answer(String request) {
    return reply(shell, request).content();
  }

  /** Waits until the kernel asks for input. */
  void awaitQuestion() {
    if (!receive(stdin).type().equals("input_request")) {
      throw new AssertionError("expected a request for input");
    }
  }

  /** The same, and gives it. */
  void enter(String line) {
    awaitQuestion();
    send(stdin, "input_reply", Map.of("value", line), KEY);
  }

  /** Reads what a request publishes until the kernel is idle again. */
  List<Message> finish(String request) {
    List<Message> published = new ArrayList<>();
    while (true) {
      Message message = awaitPublished(request);
      if (!message.type().equals("status")) {
        published.add(message);
      } else if (message.text("execution_state").equals("idle")) {
        return published;
      }
    }
  }

  /** Reads the next message that a request publishes. */
  Message awaitPublished(String request) {
    return reply(iopub, request);
  }

  /** Waits until a request prints, and gives what. */
  String awaitPrint(String request) {
    Message message;
    do {
      message = awaitPublished(request);
    } while (!message.type().equals("stream"));
    return message.text("text");
  }

  /** Sends a cell signed with another key: the kernel must not run it. */
  void runForged(String code) {
    send(shell, "execute_request", Map.of("code", code), "another-key");
  }

  @Override
  public void close() {
    context.close();
    if (process == null) {
      return;
    }
    process.destroyForcibly().onExit().orTimeout(TIMEOUT_MS, TimeUnit.MILLISECONDS).join();
  }

  /** A kernel that ends with this process at the latest. */
  static ProcessBuilder start(Path connection, Map<String, String> environment, Path jdk) {
    ProcessBuilder builder =
        new ProcessBuilder(
            jdk.resolve("bin/java").toString(),
            "-Xmx256m",
            // Nothing here runs for so long that more than a quick start pays.
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            KernelMain.class.getName(),
            connection.toString());
    builder.environment().put("JPY_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
    builder.environment().putAll(environment);
    return builder;
  }

  static JsonObject connection() throws IOException {
    JsonObject connection = new JsonObject();
    connection.addProperty("ip", "127.0.0.1");
    connection.addProperty("transport", "tcp");
    connection.addProperty("signature_scheme", "hmac-sha256");
    connection.addProperty("key", KEY);
    List<ServerSocket> reserved = new ArrayList<>();
    for (String channel : List.of("shell", "control", "iopub", "stdin", "hb")) {
      // All open at once, so that no two channels get one port.
      ServerSocket free = new ServerSocket(0);
      reserved.add(free);
      connection.addProperty(channel + "_port", free.getLocalPort());
    }
    for (ServerSocket socket : reserved) {
      socket.close();
    }
    return connection;
  }

  private Socket socket(SocketType type, JsonObject connection, String port) {
    Socket socket = context.createSocket(type);
    socket.setReceiveTimeOut(TIMEOUT_MS);
    socket.setLinger(0);
    if (type == SocketType.DEALER) {
      // The kernel asks for input whoever sent the request.
      socket.setIdentity(SESSION.getBytes(StandardCharsets.UTF_8));
    }
    socket.connect("tcp://127.0.0.1:" + connection.get(port).getAsInt());
    return socket;
  }

  /** The kernel publishes to those who listen; asks until we are among them. */
  private boolean isReady() {
    shell.setReceiveTimeOut(POLL_MS);
    iopub.setReceiveTimeOut(POLL_MS);
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TIMEOUT_MS);
    do {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("the kernel runs but does not answer");
      }
      send(shell, "kernel_info_request", Map.of(), KEY);
      if (!process.isAlive()) {
        return false;
      }
      // What comes late of the greeting belongs to no later request.
    } while (shell.recv() == null | iopub.recv() == null);
    shell.setReceiveTimeOut(TIMEOUT_MS);
    iopub.setReceiveTimeOut(TIMEOUT_MS);
    return true;
  }

  private static String send(Socket socket, String type, Map<String, ?> content, String key) {
    String id = UUID.randomUUID().toString();
    Map<String, String> header =
        Map.of(
            "msg_id",
            id,
            "username",
            "test",
            "session",
            SESSION,
            "msg_type",
            type,
            "date",
            "2026-01-01T00:00:00.000000Z",
            "version",
            "5.3");
    List<String> parts = List.of(GSON.toJson(header), "{}", "{}", GSON.toJson(content));
    socket.sendMore("<IDS|MSG>");
    socket.sendMore(signature(parts, key));
    for (int i = 0; i < 3; i++) {
      socket.sendMore(parts.get(i));
    }
    socket.send(parts.get(3));
    return id;
  }

  private static Message reply(Socket socket, String request) {
    Message message;
    do {
      message = receive(socket);
    } while (!request.equals(message.parent()));
    return message;
  }

  private static Message receive(Socket socket) {
    String part;
    do {
      part = socket.recvStr();
      if (part == null) {
        throw new AssertionError("the kernel does not answer");
      }
    } while (!part.equals("<IDS|MSG>"));
    String signature = socket.recvStr();
    List<String> parts = new ArrayList<>();
    while (socket.hasReceiveMore()) {
      parts.add(socket.recvStr());
    }
    if (!signature.equals(signature(parts, KEY))) {
      throw new AssertionError("wrong signature on " + parts);
    }
    JsonObject header = GSON.fromJson(parts.get(0), JsonObject.class);
    JsonObject parent = GSON.fromJson(parts.get(1), JsonObject.class);
    return new Message(
        header.get("msg_type").getAsString(),
        parent.has("msg_id") ? parent.get("msg_id").getAsString() : "",
        GSON.fromJson(parts.get(3), JsonObject.class));
  }

  private static String signature(List<String> parts, String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      parts.forEach(part -> mac.update(part.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
