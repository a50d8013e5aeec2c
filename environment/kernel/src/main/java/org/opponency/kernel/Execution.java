package org.opponency.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.channels.ShellHandler;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.publish.PublishError;
import io.github.spencerpark.jupyter.messages.publish.PublishExecuteInput;
import io.github.spencerpark.jupyter.messages.publish.PublishExecuteResult;
import io.github.spencerpark.jupyter.messages.reply.ErrorReply;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import java.util.Map;

/** Runs cells for a front end, to the letter of Jupyter's protocol. */
final class Execution implements ShellHandler<ExecuteRequest> {
  private static final Gson GSON = new Gson();

  private final JavaKernel kernel;
  private final Connection connection;
  private final Outbox outbox;
  private final Input input;
  private final History history;

  Execution(JavaKernel kernel, Connection connection, Outbox outbox, Input input, History history) {
    this.kernel = kernel;
    this.connection = connection;
    this.outbox = outbox;
    this.input = input;
    this.history = history;
  }

  @Override
  public void handle(ShellReplyEnvironment env, Message<ExecuteRequest> message) {
    ExecuteRequest request = message.getContent();
    // Fields that a front end leaves out come as false; one that leaves out this leaves out all.
    boolean sparse = request.getUserExpr() == null;
    boolean stored = !request.isSilent() && (sparse || request.shouldStoreHistory());
    int number = kernel.number(stored);
    env.setBusyDeferIdle();
    if (!request.isSilent()) {
      env.publish(new PublishExecuteInput(request.getCode(), number));
    }
    kernel.getCommManager().setMessageContext(message);
    try {
      outbox.sendTo(env.getIopub(), message, request.isSilent());
      input.askFor(connection.stdin(), message, request.isStdinEnabled());
      DisplayData result = run(request.getCode(), number);
      if (result != null && !request.isSilent()) {
        env.publish(new PublishExecuteResult(number, result));
      }
      JsonObject reply = succeeded(request.getUserExpr(), number);
      remember(stored, number, request.getCode(), result);
      Replies.send(env, MessageType.EXECUTE_REPLY, reply);
    } catch (Throwable e) {
      // A front end without a reply waits for ever.
      remember(stored, number, request.getCode(), null);
      fail(env, request, number, CellException.of("The result of this cell cannot be sent", e));
      if (sparse || request.shouldStopOnError()) {
        connection.takeWaiting(MessageType.EXECUTE_REQUEST, Execution::abort);
      }
    }
  }

  private DisplayData run(String code, int number) throws CellException {
    try {
      return kernel.run(code, number);
    } finally {
      outbox.drain();
    }
  }

  private void remember(boolean stored, int number, String code, DisplayData result) {
    if (stored) {
      Object text = result == null ? null : result.getData(MIMEType.TEXT_PLAIN);
      history.add(number, code, text == null ? null : text.toString());
    }
  }

  private static void fail(
      ShellReplyEnvironment env, ExecuteRequest request, int number, CellException e) {
    if (!request.isSilent()) {
      env.publish(new PublishError(e.name(), e.getMessage(), e.lines()));
    }
    ErrorReply reply = Replies.error(e);
    reply.setExecutionCount(number);
    env.replyError(MessageType.EXECUTE_REPLY.error(), reply);
  }

  private JsonObject succeeded(Map<String, String> expressions, int number) {
    JsonObject values = new JsonObject();
    if (expressions != null) {
      expressions.forEach((name, code) -> values.add(name, value(code, number)));
    }
    JsonObject reply = new JsonObject();
    reply.addProperty("status", "ok");
    reply.addProperty("execution_count", number);
    reply.add("user_expressions", values);
    reply.add("payload", new JsonArray());
    return reply;
  }

  private JsonElement value(String code, int number) {
    try {
      DisplayData value = run(code, number);
      JsonObject json =
          GSON.toJsonTree(value == null ? DisplayData.EMPTY : value).getAsJsonObject();
      json.addProperty("status", "ok");
      return json;
    } catch (Throwable e) {
      return GSON.toJsonTree(
          Replies.error(CellException.of("The value of this expression cannot be sent", e)));
    }
  }

  private static void abort(ShellReplyEnvironment env, Message<?> message) {
    env.setBusyDeferIdle();
    JsonObject aborted = new JsonObject();
    aborted.addProperty("status", "aborted");
    Replies.send(env, MessageType.EXECUTE_REPLY, aborted);
  }
}
