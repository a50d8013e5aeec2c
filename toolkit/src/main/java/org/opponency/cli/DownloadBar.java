package org.opponency.cli;

import java.util.Locale;
import java.util.function.Consumer;
import org.opponency.models.Catalogue;
import org.opponency.models.PublishedModel;
import org.opponency.report.ProgressBar;
import org.opponency.study.Progress;

/** Shows how far a download has come. */
record DownloadBar(Consumer<Progress> bar) implements Catalogue.Listener {
  private static final double MEGABYTE = 1e6;

  static DownloadBar onStandardError() {
    return new DownloadBar(ProgressBar.onStandardError());
  }

  @Override
  public void downloading(PublishedModel model, long received, long total) {
    String detail =
        String.format(Locale.ROOT, "%.1f of %.1f MB", received / MEGABYTE, total / MEGABYTE);
    bar.accept(new Progress("downloading " + model.name(), received, total, detail));
  }
}
