package org.opponency.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A Jupyter notebook (nbformat 4) as JSON. */
public record Notebook(JsonObject content) {

  /**
   * @throws IllegalArgumentException if the file is not a notebook in nbformat 4
   */
  public static Notebook read(Path file) throws IOException {
    return parse(Files.readString(file, StandardCharsets.UTF_8));
  }

  /**
   * @throws IllegalArgumentException if the text is not a notebook in nbformat 4
   */
  public static Notebook parse(String json) {
    try {
      var content = JsonParser.parseString(json).getAsJsonObject();
      if (content.get("nbformat").getAsInt() != 4 || !content.has("metadata")) {
        throw new IllegalArgumentException("Expected nbformat 4 with metadata");
      }
      var notebook = new Notebook(content);
      notebook.codeCells().forEach(Cell::source);
      return notebook;
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new IllegalArgumentException("Expected a notebook in nbformat 4", e);
    }
  }

  /** The notebook's metadata. */
  public JsonObject metadata() {
    return content.getAsJsonObject("metadata");
  }

  /** The cells that hold code, in order. */
  public List<Cell> codeCells() {
    return stream(content.getAsJsonArray("cells"))
        .map(JsonElement::getAsJsonObject)
        .filter(cell -> cell.get("cell_type").getAsString().equals("code"))
        .map(Cell::new)
        .toList();
  }

  private static Stream<JsonElement> stream(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** A code cell. */
  public record Cell(JsonObject content) {

    /** The code; nbformat stores one string or a list of lines with their ends. */
    public String source() {
      var source = content.get("source");
      return source.isJsonArray()
          ? stream(source.getAsJsonArray())
              .map(JsonElement::getAsString)
              .collect(Collectors.joining())
          : source.getAsString();
    }

    /** What the cell's execution left, in order. */
    public List<JsonObject> outputs() {
      return stream(content.getAsJsonArray("outputs")).map(JsonElement::getAsJsonObject).toList();
    }
  }
}
