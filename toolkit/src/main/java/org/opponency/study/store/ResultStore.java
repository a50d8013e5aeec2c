package org.opponency.study.store;

import static org.opponency.io.Text.format;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Results that were computed once. Each is a folder of JSON lines, {@code
 * <analysis>/<subject>-<digest>/part-0000.jsonl}: first what fixes it, then a record a line. A part
 * is there in full or not at all, so a long run that is stopped goes on where it was.
 *
 * <p>What is found is checked, and refused rather than guessed at: a result of another version of
 * the analysis, for other content, or whose lines are not those that were written.
 *
 * @param folder where results are kept; made when the first is
 * @param origins what computed the results that this store has given so far
 */
public record ResultStore(Path folder, Set<Origin> origins) {
  /** Stands for the number of parts where it is found out on the way. */
  private static final int UNKNOWN = 0;

  /** A store that has given nothing yet. */
  public ResultStore(Path folder) {
    this(folder, ConcurrentHashMap.newKeySet());
  }

  /**
   * The records of a result: those kept, or else computed and kept.
   *
   * @param key what fixes them
   * @param type of the records, whose components are numbers, truth values, strings, enums,
   *     records, or lists and arrays of these
   * @throws IllegalStateException if what is kept there is stale or damaged; the message says which
   *     file, why and what to do
   * @throws UncheckedIOException if the folder cannot be read or written
   */
  public <R extends Record> List<R> rows(
      ResultKey key, Class<R> type, Supplier<? extends List<R>> compute) {
    return rows(key, type, 1, part -> compute.get());
  }

  /**
   * The same for work in parts, such as batches of images: each is kept as soon as it is done.
   *
   * @param parts their number; results in other numbers of parts are refused
   * @param compute the records of a part, counted from 0; asked for missing parts only, in order
   * @return the records of all parts in order
   */
  public <R extends Record> List<R> rows(
      ResultKey key, Class<R> type, int parts, IntFunction<? extends List<R>> compute) {
    return rows(key, type, parts, compute, part -> {});
  }

  /**
   * The same.
   *
   * @param kept told of a part that was computed once it is kept; it may end the work by throwing
   */
  <R extends Record> List<R> rows(
      ResultKey key,
      Class<R> type,
      int parts,
      IntFunction<? extends List<R>> compute,
      IntConsumer kept) {
    List<R> rows = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      var file = new ResultFile<>(path(key, part), key, type, part, parts);
      if (Files.exists(file.path())) {
        rows.addAll(file.read(origins::add));
      } else {
        rows.addAll(computed(file, compute));
        kept.accept(part);
      }
    }
    return List.copyOf(rows);
  }

  /**
   * The same for work whose parts depend on those before and whose number nobody knows: each record
   * is kept as soon as it is computed.
   *
   * @param rest what computes the records after those that were kept, which it is given
   * @return all records in order
   */
  public <R extends Record> List<R> continued(
      ResultKey key, Class<R> type, Function<List<R>, Iterator<R>> rest) {
    List<R> rows = new ArrayList<>();
    for (var file = next(key, type, rows); Files.exists(file.path()); ) {
      rows.addAll(file.read(origins::add));
      file = next(key, type, rows);
    }
    Iterator<R> missing = rest.apply(List.copyOf(rows));
    while (missing.hasNext()) {
      rows.addAll(computed(next(key, type, rows), part -> List.of(missing.next())));
    }
    return List.copyOf(rows);
  }

  private <R extends Record> ResultFile<R> next(ResultKey key, Class<R> type, List<R> before) {
    return new ResultFile<>(path(key, before.size()), key, type, before.size(), UNKNOWN);
  }

  private <R extends Record> List<R> computed(
      ResultFile<R> file, IntFunction<? extends List<R>> compute) {
    List<R> rows = compute.apply(file.part());
    file.write(rows, Origin.here());
    origins.add(Origin.here());
    return rows;
  }

  private Path path(ResultKey key, int part) {
    return folder.resolve(key.folder()).resolve(format("part-%04d.jsonl", part));
  }
}
