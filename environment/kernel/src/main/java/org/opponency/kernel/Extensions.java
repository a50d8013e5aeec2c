package org.opponency.kernel;

import java.util.HashSet;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;

/** Finds the extensions on the classpath of the notebook, each once. */
final class Extensions {
  private final Screen screen;
  private final Renderers renderers;
  private final Consumer<String> importer;
  private final Set<String> known = new HashSet<>();

  /** Gives extensions the notebook and the renderers, and what they import to {@code importer}. */
  Extensions(Screen screen, Renderers renderers, Consumer<String> importer) {
    this.screen = screen;
    this.renderers = renderers;
    this.importer = importer;
  }

  /** Adds those that a class loader finds and that are not known yet. */
  void find(ClassLoader loader) {
    Iterator<ServiceLoader.Provider<Extension>> found =
        ServiceLoader.load(Extension.class, loader).stream().iterator();
    while (true) {
      try {
        if (!found.hasNext()) {
          return;
        }
        add(found.next());
      } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
        System.err.println("An extension of the kernel does not work and is left out: " + e);
      }
    }
  }

  private void add(ServiceLoader.Provider<Extension> provider) {
    if (known.add(provider.type().getName())) {
      Extension extension = provider.get();
      extension.connect(screen);
      extension.register(renderers);
      extension.imports().forEach(name -> importer.accept("import " + name + ";"));
    }
  }
}
