package org.opponency.kernel;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;

/** Turns values into what the notebook shows of them. */
final class Shown {
  private final Renderers renderers = new Renderers();
  private final Renderer library;

  /** Leaves what no renderer here knows to the base library's, for which notebooks add theirs. */
  Shown(Renderer library) {
    this.library = library;
    CommonRenderers.addTo(renderers);
  }

  /** Where extensions add how they show their values. */
  Renderers renderers() {
    return renderers;
  }

  /** A value in its best forms, or in the types asked for and as text. */
  DisplayData of(Object value, String... types) {
    DisplayData data =
        value instanceof DisplayData ready
            ? ready
            : types.length == 0 ? best(value) : library.renderAs(orNull(value), types);
    if (data.getData(MIMEType.TEXT_PLAIN) == null) {
      // A toString() may give null.
      data.putText("null");
    }
    return data;
  }

  private DisplayData best(Object value) {
    return renderers.render(value).map(Shown::data).orElseGet(() -> library.render(orNull(value)));
  }

  private static Object orNull(Object value) {
    return value == null ? "null" : value;
  }

  /** The same as the base library sends it. */
  static DisplayData data(Rendering rendering) {
    DisplayData data = new DisplayData();
    rendering.data().forEach(data::putData);
    rendering.metadata().forEach(data::putMetaData);
    return data;
  }
}
