package org.opponency.report.notebook;

import static org.opponency.io.Text.format;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The running notebook kernel, found by name so that the toolkit needs none to compile or run.
 * Kernels descended from IJava differ in package names only.
 *
 * @param kernel has a public method {@code display(DisplayData)}
 */
record NotebookKernel(Object kernel) {
  /** Class and static method that give the running kernel; ours answers to IJava's name. */
  private static final Map<String, String> KNOWN = new LinkedHashMap<>();

  static {
    KNOWN.put("io.github.spencerpark.ijava.IJava", "getKernelInstance");
    KNOWN.put("org.dflib.jjava.jupyter.kernel.BaseKernel", "notebookKernel");
  }

  /** The kernel of this process; empty outside a notebook. */
  static Optional<NotebookKernel> find() {
    return KNOWN.entrySet().stream()
        .flatMap(known -> running(known.getKey(), known.getValue()).stream())
        .findFirst()
        .map(NotebookKernel::new);
  }

  /** Shows the forms of one thing; see {@link NotebookDisplay#show}. */
  void display(Map<String, ?> data, Map<String, ?> metadata, String text) {
    try {
      displayMethod().invoke(kernel, bundle(data, metadata, text));
    } catch (ReflectiveOperationException e) {
      throw unknown(e);
    }
  }

  /**
   * Shows an image under a name, in the place of what was shown under it before.
   *
   * @param again whether something was
   */
  void display(
      String id, boolean again, Map<String, ?> data, Map<String, ?> metadata, String text) {
    try {
      Object bundle = bundle(data, metadata, text);
      if (again) {
        Object stream = stream();
        stream
            .getClass()
            .getMethod("updateDisplay", String.class, bundle.getClass())
            .invoke(stream, id, bundle);
      } else {
        bundle.getClass().getMethod("setDisplayId", String.class).invoke(bundle, id);
        displayMethod().invoke(kernel, bundle);
      }
    } catch (ReflectiveOperationException e) {
      throw unknown(e);
    }
  }

  /** What has {@code updateDisplay}: our kernel itself, in its relatives a part of them. */
  private Object stream() throws ReflectiveOperationException {
    boolean itself =
        Arrays.stream(kernel.getClass().getMethods())
            .anyMatch(method -> method.getName().equals("updateDisplay"));
    if (itself) {
      return kernel;
    }
    Object channels = kernel.getClass().getMethod("getIO").invoke(kernel);
    return channels.getClass().getField("display").get(channels);
  }

  private Object bundle(Map<String, ?> data, Map<String, ?> metadata, String text)
      throws ReflectiveOperationException {
    Class<?> type = displayMethod().getParameterTypes()[0];
    Object bundle = type.getConstructor().newInstance();
    Method putData = type.getMethod("putData", String.class, Object.class);
    Method putMetadata = type.getMethod("putMetaData", String.class, Object.class);
    for (var form : data.entrySet()) {
      putData.invoke(bundle, form.getKey(), form.getValue());
    }
    putData.invoke(bundle, "text/plain", text);
    for (var form : metadata.entrySet()) {
      putMetadata.invoke(bundle, form.getKey(), form.getValue());
    }
    return bundle;
  }

  private Method displayMethod() {
    return Arrays.stream(kernel.getClass().getMethods())
        .filter(method -> method.getName().equals("display") && method.getParameterCount() == 1)
        .filter(method -> method.getParameterTypes()[0].getSimpleName().equals("DisplayData"))
        .findFirst()
        .orElseThrow(() -> unknown(null));
  }

  /** Kernels are on the system class path; the toolkit's own loader may not see it. */
  private static Optional<Object> running(String type, String method) {
    try {
      Class<?> found = Class.forName(type, true, ClassLoader.getSystemClassLoader());
      return Optional.ofNullable(found.getMethod(method).invoke(null));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(format("%s.%s() does not give a kernel", type, method), e);
    }
  }

  private IllegalStateException unknown(Throwable cause) {
    return new IllegalStateException(
        format(
            "%s cannot show rich output: expected display(DisplayData) and updateDisplay(String, DisplayData) as in IJava 1.3 or JJava",
            kernel.getClass().getName()),
        cause);
  }
}
