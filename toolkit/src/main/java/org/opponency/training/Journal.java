package org.opponency.training;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What people can read of a run while it goes on, beside its weights: {@code training.log}, a line
 * for whatever happens, and {@code epochs.csv}. Neither is needed to go on, so that neither can end
 * a run.
 */
final class Journal {
  private final Path folder;
  private final TrainingListener listener;

  Journal(Path folder, TrainingListener listener) {
    this.folder = folder;
    this.listener = listener;
  }

  /** Something that a person should know. */
  void note(String text) {
    listener.note(text);
    log(text);
  }

  /** Something that happens in every run. */
  void log(String text) {
    String line = Instant.now().truncatedTo(ChronoUnit.SECONDS) + "  " + text + "\n";
    try {
      Files.writeString(
          folder.resolve("training.log"),
          line,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      listener.note("Cannot write the log: " + e);
    }
  }

  /** The epochs that a resumed run has behind it. */
  void resumed(List<EpochLog> log, List<EpochTime> times) {
    log.forEach(listener::epoch);
    writeTable(log, times);
  }

  /** The end of the epoch that is the last of the log. */
  void epoch(List<EpochLog> log, List<EpochTime> times, int epochs) {
    EpochLog epoch = log.get(log.size() - 1);
    EpochTime time = times.get(times.size() - 1);
    log(
        format(
            "epoch %d/%d  rate %s  loss %.4f  accuracy %.4f  validation loss %.4f  accuracy %.4f  %.1f s  %.0f images/s",
            epoch.epoch(),
            epochs,
            epoch.learningRate(),
            epoch.loss(),
            epoch.accuracy(),
            epoch.validationLoss(),
            epoch.validationAccuracy(),
            time.seconds(),
            time.imagesPerSecond()));
    writeTable(log, times);
    listener.epoch(epoch);
  }

  /** The whole table each time: a run that has gone back a checkpoint leaves no line twice. */
  private void writeTable(List<EpochLog> log, List<EpochTime> times) {
    try {
      EpochTable.of(log, times).write(folder);
    } catch (IOException e) {
      note("Cannot write the table of epochs: " + e);
    }
  }
}
