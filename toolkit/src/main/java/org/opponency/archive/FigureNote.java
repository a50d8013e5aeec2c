package org.opponency.archive;

import static org.opponency.io.Text.format;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.opponency.io.RecordJson;

/**
 * What stands in the {@code .json} file beside a figure: its words and where its numbers come from.
 *
 * @param stem name of the figure's files without their endings
 * @param title stands above the drawing
 * @param caption what one sees
 * @param columns of its table
 * @param provenance as {@code Provenance.toJsonObject} gives it
 */
record FigureNote(
    String stem, String title, String caption, List<String> columns, JsonObject provenance) {
  /** The endings of a figure's files. */
  static final List<String> ENDINGS = List.of(".csv", ".json", ".pdf", ".png", ".svg");

  /**
   * Those of all figures in a folder, by name.
   *
   * @throws IllegalArgumentException if a {@code .json} file is not one of them; it names the file
   */
  static List<FigureNote> in(Path folder) {
    return files(folder).stream().map(FigureNote::read).toList();
  }

  /** Their files, unread. */
  static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.getFileName().toString().equals(Crate.METADATA))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the folder " + folder, e);
    }
  }

  private static FigureNote read(Path file) {
    try {
      JsonObject json = RecordJson.parse(Files.readString(file));
      return new FigureNote(
          json.get("figure").getAsString(),
          json.get("title").getAsString(),
          json.get("caption").getAsString(),
          StreamSupport.stream(json.getAsJsonArray("columns").spliterator(), false)
              .map(column -> column.getAsString())
              .toList(),
          json.getAsJsonObject("provenance"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    } catch (JsonParseException
        | NullPointerException
        | IllegalStateException
        | UnsupportedOperationException
        | ClassCastException e) {
      throw new IllegalArgumentException(
          format(
              "Expected figure, title, caption, columns and provenance in %s, as beside every"
                  + " figure; got something else",
              file),
          e);
    }
  }

  /**
   * A text of its provenance, such as {@code toolkit} or {@code data.digest}; empty if not there.
   */
  String of(String path) {
    JsonObject object = provenance;
    String[] names = path.split("\\.");
    for (int i = 0; i < names.length - 1 && object != null; i++) {
      object = object.getAsJsonObject(names[i]);
    }
    var value = object == null ? null : object.get(names[names.length - 1]);
    return value == null ? "" : value.getAsString();
  }
}
