package org.opponency.report.notebook;

import java.util.List;
import java.util.Optional;
import org.opponency.kernel.Extension;
import org.opponency.kernel.Renderers;
import org.opponency.kernel.Rendering;
import org.opponency.kernel.Screen;

/**
 * Teaches our notebook kernel to show what {@link Notebook#show} shows where it is the last
 * expression of a cell, and to import what most cells name. Found through {@code
 * META-INF/services}; nothing else needs the kernel's classes, so that other kernels and the
 * command line lack nothing.
 */
public final class NotebookExtension implements Extension {
  @Override
  public List<String> imports() {
    return List.of(
        "org.opponency.claims.*",
        "org.opponency.report.*",
        "org.opponency.study.*",
        "static org.opponency.report.notebook.Notebook.*");
  }

  @Override
  public void register(Renderers renderers) {
    renderers.addOptional(Object.class, NotebookExtension::rendering);
  }

  @Override
  public void connect(Screen screen) {
    NotebookDisplay.connect(new ConnectedKernel(screen));
  }

  /** Of what is several pictures and tables, the first; texts are left to the kernel. */
  private static Optional<Rendering> rendering(Object value) {
    return Showing.of(value).stream()
        .findFirst()
        .filter(forms -> !forms.isText())
        .map(NotebookExtension::rendering);
  }

  private static Rendering rendering(DisplayForms forms) {
    return new Rendering(forms.data(), forms.metadata());
  }

  /** Our kernel. */
  private record ConnectedKernel(Screen screen) implements NotebookKernel {
    @Override
    public void display(DisplayForms forms) {
      screen.show(rendering(forms));
    }

    @Override
    public void display(String id, DisplayForms forms) {
      screen.show(id, rendering(forms));
    }

    @Override
    public void update(String id, DisplayForms forms) {
      screen.replace(id, rendering(forms));
    }
  }
}
