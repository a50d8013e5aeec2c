package org.opponency.study.store;

import static org.opponency.io.Text.format;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opponency.io.AtomicFiles;
import org.opponency.io.Reason;
import org.opponency.io.RecordJson;
import org.opponency.io.Sha256;

/**
 * One part of a kept result: a line that says what fixes it and sums up the others, then the
 * records, a line each.
 */
record ResultFile<R extends Record>(Path path, ResultKey key, Class<R> type, int part, int parts) {
  private static final String SUM = "sha256";
  private static final String ORIGIN = "origin";

  void write(List<R> rows, Origin origin) {
    List<String> lines = rows.stream().map(row -> RecordJson.text(RecordJson.of(row))).toList();
    JsonObject header = header();
    header.add(ORIGIN, RecordJson.of(origin));
    header.addProperty(SUM, sum(header, lines));
    String text =
        Stream.concat(Stream.of(RecordJson.text(header)), lines.stream())
            .collect(Collectors.joining("\n", "", "\n"));
    AtomicFiles.write(path, text);
  }

  /**
   * The records.
   *
   * @param whose told what computed them; what was kept before origins were has none
   */
  List<R> read(Consumer<Origin> whose) {
    List<String> lines = lines();
    JsonObject found = parse(lines.isEmpty() ? "" : lines.get(0));
    requireSameKey(found);
    List<String> rows = lines.subList(1, lines.size());
    if (!found.has(SUM) || !found.get(SUM).getAsString().equals(sum(found, rows))) {
      throw refusal(format("is damaged: its %d records are not those written", rows.size()));
    }
    whose.accept(
        found.has(ORIGIN)
            ? RecordJson.read(Origin.class, found.getAsJsonObject(ORIGIN))
            : Origin.UNKNOWN);
    return rows.stream().map(row -> RecordJson.read(type, RecordJson.parse(row))).toList();
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(path);
    } catch (CharacterCodingException e) {
      throw refusal("is damaged: it is no UTF-8 text");
    } catch (IOException e) {
      throw new UncheckedIOException(
          format("Cannot read the kept result %s: %s", path, Reason.of(e)), e);
    }
  }

  private JsonObject parse(String line) {
    JsonObject header;
    try {
      header = RecordJson.parse(line);
    } catch (JsonParseException e) {
      throw refusal("is damaged: its first line is no JSON object");
    }
    if (header == null) {
      throw refusal("is damaged: its first line is empty");
    }
    return header;
  }

  private void requireSameKey(JsonObject found) {
    List<String> differences = new ArrayList<>();
    header()
        .entrySet()
        .forEach(
            entry -> {
              var kept = found.get(entry.getKey());
              if (!entry.getValue().toString().equals(String.valueOf(kept))) {
                differences.add(
                    format("%s is %s, expected %s", entry.getKey(), kept, entry.getValue()));
              }
            });
    if (!differences.isEmpty()) {
      throw refusal("is stale: " + String.join("; ", differences));
    }
  }

  private JsonObject header() {
    JsonObject header = key.toJson();
    header.addProperty("columns", columns());
    header.addProperty("part", part);
    header.addProperty("parts", parts);
    return header;
  }

  private String columns() {
    return Stream.of(type.getRecordComponents())
        .map(component -> component.getGenericType().getTypeName() + " " + component.getName())
        .collect(Collectors.joining(", "));
  }

  private static String sum(JsonObject header, List<String> lines) {
    Sha256 sha = new Sha256();
    lines.forEach(sha::add);
    if (header.has(ORIGIN)) {
      sha.add(header.get(ORIGIN).toString());
    }
    return sha.hex();
  }

  private IllegalStateException refusal(String reason) {
    return new IllegalStateException(
        format(
            "The kept result %s %s. Move %s away to compute it anew.",
            path, reason, path.getParent()));
  }
}
