package org.opponency.training;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.opponency.io.AtomicFiles;
import org.opponency.io.Reason;

/**
 * The last checkpoints of a run, each a file of its own that is numbered by its step. One that is
 * damaged falls back to the one before; one that cannot be written leaves those before it alone.
 *
 * @param folder where they are
 * @param run gives the run's identity, which takes a look at every image
 * @param network what the run's network is, for the files' metadata
 * @param kept how many are kept, at least 1
 * @param notes told what a person should know
 */
record Checkpoints(
    Path folder,
    Supplier<String> run,
    Map<String, String> network,
    int kept,
    Consumer<String> notes) {
  private static final String NAME = "checkpoint-[0-9]{8}\\.safetensors";
  private static final String WEIGHTS = "(model|best)\\.safetensors";
  private static final String DAMAGED = ".damaged";

  Path file(int step) {
    return folder.resolve(format("checkpoint-%08d.safetensors", step));
  }

  /** Those there are, oldest first. */
  List<Path> files() throws IOException {
    return matching(NAME);
  }

  private List<Path> matching(String name) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(file -> file.getFileName().toString().matches(name)).sorted().toList();
    }
  }

  /**
   * The newest that is whole. Newer ones are set aside under another name.
   *
   * @throws ClosedByInterruptException if the thread is interrupted
   * @throws IOException if there are some, but none is whole: that is no reason to lose a run
   * @throws IllegalStateException if it belongs to another run
   */
  Optional<Snapshot> newest() throws IOException {
    List<Path> newestFirst = new ArrayList<>(files());
    Collections.reverse(newestFirst);
    List<Path> damaged = new ArrayList<>();
    for (Path file : newestFirst) {
      try {
        Snapshot snapshot = Snapshot.read(file, run.get());
        setAside(damaged);
        return Optional.of(snapshot);
      } catch (ClosedByInterruptException e) {
        throw e; // the file is as whole as it was
      } catch (IOException e) {
        damaged.add(file);
        notes.accept(e.getMessage() + ". Falling back to the checkpoint before it.");
      }
    }
    requireNone(damaged);
    return Optional.empty();
  }

  private void requireNone(List<Path> damaged) throws IOException {
    if (!damaged.isEmpty()) {
      throw new IOException(
          format(
              "No checkpoint in %s is whole: %s. Bring one back from a copy, or delete them to train from the beginning.",
              folder, damaged.stream().map(Path::getFileName).toList()));
    }
  }

  private static void setAside(List<Path> damaged) throws IOException {
    for (Path file : damaged) {
      Path aside = file.resolveSibling(file.getFileName() + DAMAGED);
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Writes one more and drops the oldest that is too many, in this order. */
  void save(Snapshot snapshot) {
    try {
      snapshot.write(file(snapshot.steps()), run.get(), network);
      List<Path> files = files();
      delete(files.subList(0, Math.max(0, files.size() - kept)));
    } catch (IOException e) {
      notes.accept(
          format(
              "No checkpoint at step %d: %s. Those before it are kept and training goes on; the next checkpoint tries again.",
              snapshot.steps(), e.getMessage()));
    }
  }

  /** Removes what a process left behind that was killed while it wrote these or the weights. */
  void sweep() throws IOException {
    delete(matching(AtomicFiles.partOf(NAME + "|" + WEIGHTS)));
  }

  /** Removes them all, once the run has come to its end; one that stays is no reason to fail. */
  void clear() {
    try {
      delete(matching(NAME + format("(%s)?", DAMAGED.replace(".", "\\."))));
    } catch (IOException e) {
      notes.accept(
          format(
              "Nobody needs the checkpoints in %s any more, but they stay: %s. Delete them.",
              folder, Reason.of(e)));
    }
  }

  private static void delete(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
