package org.opponency.kernel;

import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * How values of which types are shown. The renderer that was added last is asked first, so that an
 * extension comes before the kernel's own, and a notebook's before both.
 */
public final class Renderers {
  private record Entry<T>(Class<T> type, Function<? super T, Optional<Rendering>> renderer) {
    Optional<Rendering> render(Object value) {
      return type.isInstance(value) ? renderer.apply(type.cast(value)) : Optional.empty();
    }
  }

  private final CopyOnWriteArrayList<Entry<?>> entries = new CopyOnWriteArrayList<>();

  /** None yet; the kernel has its own, and one of these by itself is for tests of extensions. */
  public Renderers() {}

  /** Shows every value of a type, or of one below it, in one way. */
  public <T> void add(Class<T> type, Function<? super T, Rendering> renderer) {
    addOptional(type, value -> Optional.of(renderer.apply(value)));
  }

  /** The same for some of them, such as lists of something; empty leaves a value to others. */
  public <T> void addOptional(Class<T> type, Function<? super T, Optional<Rendering>> renderer) {
    entries.add(0, new Entry<>(type, renderer));
  }

  /** What is shown of a value; empty if nobody knows. */
  public Optional<Rendering> render(Object value) {
    return entries.stream().flatMap(entry -> entry.render(value).stream()).findFirst();
  }
}
