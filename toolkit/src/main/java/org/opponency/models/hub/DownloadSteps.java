package org.opponency.models.hub;

import static org.opponency.io.Text.format;

import java.util.function.Consumer;
import org.opponency.io.Progress;

/**
 * Tells how far a download has come.
 *
 * @param listener is told
 */
public record DownloadSteps(Consumer<Progress> listener) implements Catalogue.Listener {
  private static final double MEGABYTE = 1e6;

  @Override
  public void downloading(PublishedModel model, long received, long total) {
    downloading(model.name(), received, total);
  }

  /** The same of anything else that has a name. */
  void downloading(String name, long received, long total) {
    String detail = format("%.1f of %.1f MB", received / MEGABYTE, total / MEGABYTE);
    listener.accept(new Progress("downloading " + name, received, total, detail));
  }
}
