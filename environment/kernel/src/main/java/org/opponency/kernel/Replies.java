package org.opponency.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.messages.ContentType;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.reply.ErrorReply;

/** Answers for which the base library has no class, or one that lacks a field. */
final class Replies {
  private static final Gson GSON = new Gson();

  private Replies() {}

  /** Sends an answer of a type. */
  @SuppressWarnings("unchecked")
  static void send(ShellReplyEnvironment env, MessageType<?> type, JsonObject content) {
    // The library writes any content as JSON, whatever the class that belongs to the type.
    env.reply(new Message<>(env.getContext(), (MessageType<JsonObject>) type, content));
  }

  /** Sends an answer of the base library, which leaves out that all went well. */
  static void ok(ShellReplyEnvironment env, ContentType<?> answer) {
    JsonObject content = GSON.toJsonTree(answer).getAsJsonObject();
    content.addProperty("status", "ok");
    send(env, answer.getType(), content);
  }

  /** What answers in the place of what failed. */
  static ErrorReply error(CellException failure) {
    return new ErrorReply(failure.name(), failure.getMessage(), failure.lines());
  }
}
