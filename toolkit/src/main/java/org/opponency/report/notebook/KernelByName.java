package org.opponency.report.notebook;

import static org.opponency.io.Text.format;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * IJava or JJava, found by name, so that the toolkit needs neither to compile or run. They differ
 * in package names only. Our own kernel is known through {@link NotebookExtension}.
 *
 * @param kernel has a public method {@code display(DisplayData)}
 */
record KernelByName(Object kernel) implements NotebookKernel {
  /** Class and static method that give the running kernel. */
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
        .map(KernelByName::new);
  }

  @Override
  public void display(DisplayForms forms) {
    try {
      displayMethod().invoke(kernel, bundle(forms));
    } catch (ReflectiveOperationException e) {
      throw unknown(e);
    }
  }

  @Override
  public void display(String id, DisplayForms forms) {
    try {
      Object bundle = bundle(forms);
      bundle.getClass().getMethod("setDisplayId", String.class).invoke(bundle, id);
      displayMethod().invoke(kernel, bundle);
    } catch (ReflectiveOperationException e) {
      throw unknown(e);
    }
  }

  @Override
  public void update(String id, DisplayForms forms) {
    try {
      Object bundle = bundle(forms);
      Object channels = kernel.getClass().getMethod("getIO").invoke(kernel);
      Object stream = channels.getClass().getField("display").get(channels);
      stream
          .getClass()
          .getMethod("updateDisplay", String.class, bundle.getClass())
          .invoke(stream, id, bundle);
    } catch (ReflectiveOperationException e) {
      throw unknown(e);
    }
  }

  private Object bundle(DisplayForms forms) throws ReflectiveOperationException {
    Class<?> type = displayMethod().getParameterTypes()[0];
    Object bundle = type.getConstructor().newInstance();
    put(bundle, "putData", forms.data());
    put(bundle, "putMetaData", forms.metadata());
    return bundle;
  }

  private static void put(Object bundle, String name, Map<String, ?> forms)
      throws ReflectiveOperationException {
    Method put = bundle.getClass().getMethod(name, String.class, Object.class);
    for (var form : forms.entrySet()) {
      put.invoke(bundle, form.getKey(), form.getValue());
    }
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
            "%s cannot show rich output: expected display(DisplayData) and getIO().display.updateDisplay(String, DisplayData) as in IJava 1.3 or JJava",
            kernel.getClass().getName()),
        cause);
  }
}
