package org.opponency.kernel;

import java.util.List;

/**
 * What a library on a notebook's classpath adds to the kernel: how its results are shown, and what
 * cells need not import.
 *
 * <p>A library names its implementation, a public class with a public constructor without
 * parameters, in a file {@code META-INF/services/org.opponency.kernel.Extension} of its jar. The
 * kernel looks there when it starts and whenever something is added to the classpath. The library
 * compiles against the kernel's jar but does not need it to run: without this kernel nobody loads
 * the implementation. This interface, {@link Renderers}, {@link Rendering} and {@link Screen} name
 * classes of the JDK only.
 *
 * <pre>{@code
 * public final class NotebookExtension implements Extension {
 *   public List<String> imports() {
 *     return List.of("org.example.charts.Chart", "static org.example.charts.Charts.*");
 *   }
 *
 *   public void register(Renderers renderers) {
 *     renderers.add(Chart.class, chart -> Rendering.image(chart.paint(), chart.title()));
 *     renderers.add(Table.class, table -> Rendering.html(table.toHtml(), table.toString()));
 *   }
 * }
 * }</pre>
 *
 * <p>What an extension throws is printed and leaves the kernel as it was without it.
 */
public interface Extension {
  /**
   * What every cell can name without an import of its own.
   *
   * @return what stands between {@code import} and the semicolon, such as {@code
   *     "org.example.Chart"}, {@code "org.example.*"} or {@code "static org.example.Charts.*"}
   */
  default List<String> imports() {
    return List.of();
  }

  /** Says how values of the library's types are shown. */
  default void register(Renderers renderers) {}

  /** Hands over the notebook, for libraries that show things by themselves. Called once, first. */
  default void connect(Screen screen) {}
}
