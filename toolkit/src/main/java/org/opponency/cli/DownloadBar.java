package org.opponency.cli;

import static org.opponency.io.Text.format;

import java.util.function.Consumer;
import org.opponency.io.Progress;
import org.opponency.models.hub.Catalogue;
import org.opponency.models.hub.PublishedModel;
import org.opponency.report.notebook.ProgressBar;

/** Shows how far a download has come. */
record DownloadBar(Consumer<Progress> bar) implements Catalogue.Listener {
  private static final double MEGABYTE = 1e6;

  static DownloadBar onStandardError() {
    return new DownloadBar(ProgressBar.onStandardError());
  }

  @Override
  public void downloading(PublishedModel model, long received, long total) {
    String detail = format("%.1f of %.1f MB", received / MEGABYTE, total / MEGABYTE);
    bar.accept(new Progress("downloading " + model.name(), received, total, detail));
  }
}
