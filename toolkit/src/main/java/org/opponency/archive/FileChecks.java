package org.opponency.archive;

import static org.opponency.io.Text.format;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opponency.io.Csv;

/** Holds files against their crate's description, and the figures' files against each other. */
final class FileChecks {
  private final Path folder;
  private final List<Verified> rows = new ArrayList<>();

  private FileChecks(Path folder) {
    this.folder = folder;
  }

  /** A row for each file that is not as described, or one for all. */
  static List<Verified> digests(Path folder) {
    var checks = new FileChecks(folder);
    checks.description();
    return checks.rows;
  }

  /** The same of figures that lack a file, or whose table is another than their words say. */
  static List<Verified> figures(Path folder, List<FigureNote> figures) {
    var checks = new FileChecks(folder);
    figures.forEach(checks::figure);
    if (checks.rows.isEmpty()) {
      checks.rows.add(
          Verified.holds(
              figures.size() + " figures", "each has its five files, and the columns it names"));
    }
    return checks.rows;
  }

  private void description() {
    Path metadata = folder.resolve(Crate.METADATA);
    if (!Files.exists(metadata)) {
      rows.add(Verified.fails(Crate.METADATA, "is missing; opponency crate FOLDER writes it"));
      return;
    }
    byte[] bytes = read(metadata);
    boolean sealed = Seal.holds(bytes);
    if (!sealed) {
      rows.add(Verified.fails(Crate.METADATA, "has changed since it was written"));
    }
    try {
      compare(CrateMetadata.digests(bytes), sealed);
    } catch (JsonParseException e) {
      rows.add(Verified.unchecked("digests", Crate.METADATA + " is no JSON any more"));
    }
    if (rows.isEmpty()) {
      rows.add(
          Verified.holds(
              CrateMetadata.digests(bytes).size() + " files", "their digests are those described"));
    }
  }

  private void compare(Map<String, String> stated, boolean sealed) {
    Map<String, String> found = new TreeMap<>();
    KeptFile.in(folder).forEach(file -> found.put(file.path(), file.sha256()));
    var paths = new TreeSet<>(stated.keySet());
    paths.addAll(found.keySet());
    for (String path : paths) {
      String problem = problem(stated.get(path), found.get(path));
      if (!problem.isEmpty()) {
        rows.add(sealed ? Verified.fails(path, problem) : doubted(path, problem));
      }
    }
  }

  private static String problem(String stated, String found) {
    if (found == null) {
      return "is missing";
    } else if (stated == null) {
      return "is not described in " + Crate.METADATA;
    }
    return stated.equals(found)
        ? ""
        : format("has changed: expected SHA-256 %s, found %s", stated, found);
  }

  private static Verified doubted(String path, String problem) {
    return Verified.unchecked(path, problem + "; or it is the description that has");
  }

  private void figure(FigureNote figure) {
    for (String ending : FigureNote.ENDINGS) {
      if (!Files.exists(folder.resolve(figure.stem() + ending))) {
        rows.add(Verified.fails(figure.stem() + ending, "is missing beside " + figure.stem()));
      }
    }
    Path table = folder.resolve(figure.stem() + ".csv");
    if (Files.exists(table)) {
      List<String> columns = Csv.read(table).columns();
      if (!columns.equals(figure.columns())) {
        rows.add(
            Verified.fails(
                figure.stem() + ".csv",
                format("has the columns %s, described as %s", columns, figure.columns())));
      }
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
