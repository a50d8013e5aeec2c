package org.opponency.study.sweep;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.opponency.io.AtomicFiles;
import org.opponency.io.Reason;
import org.opponency.io.RecordJson;
import org.opponency.study.sweep.UnitState.Stage;

/**
 * The two small files of a unit: its lock, and its state as JSON. The state is a note, not the
 * truth: whoever has the lock is at work, and what a lost or damaged note forgets is done again,
 * which reads back what is kept.
 *
 * @param folder absolute
 * @param unit whose files
 * @param settings of the study
 */
record UnitFiles(Path folder, Unit unit, String settings) {

  Optional<UnitLock> lock() {
    return UnitLock.tryOf(path(".lock"));
  }

  /** Replaces the state; only the lock's owner may. */
  void write(Stage stage, String reason) {
    String text = RecordJson.text(RecordJson.of(UnitState.now(stage, settings, reason)));
    AtomicFiles.write(folder.resolve(name() + ".json"), text + "\n");
  }

  /** No longer done, for a reason. */
  void forget(String reason) {
    try (UnitLock lock = lock().orElse(null)) {
      if (lock != null) { // else somebody does it again already
        write(Stage.WAITING, reason);
      }
    }
  }

  /** The state; what the note says is held against the settings and the lock. */
  UnitState state() {
    UnitState noted = noted();
    boolean current = noted.settings().equals(settings);
    if (noted.stage() == Stage.DONE && current) {
      return noted;
    } else if (UnitLock.isHeld(path(".lock"))) {
      return new UnitState(Stage.RUNNING, settings, noted.worker(), noted.since(), "");
    } else if (noted.stage() == Stage.RUNNING) {
      return noted.waiting(format("its worker (%s) ended without a word", noted.worker()));
    } else if (!current) {
      return noted.waiting("its results are of other settings: " + noted.settings());
    }
    return noted;
  }

  private UnitState noted() {
    Path file = path(".json");
    try {
      return Files.exists(file)
          ? parsed(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          : UnitState.waiting(settings, "");
    } catch (IOException e) {
      throw new UncheckedIOException(format("Cannot read %s: %s", file, Reason.of(e)), e);
    }
  }

  private UnitState parsed(String text) {
    try {
      return RecordJson.read(UnitState.class, RecordJson.parse(text));
    } catch (RuntimeException e) { // whatever the file holds instead, it is no state
      return UnitState.waiting(settings, "its state was damaged: " + path(".json"));
    }
  }

  private Path path(String suffix) {
    return folder.resolve(name() + suffix);
  }

  private String name() {
    return unit.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
