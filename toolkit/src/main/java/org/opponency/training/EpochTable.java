package org.opponency.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.opponency.io.AtomicFiles;
import org.opponency.io.Text;

/**
 * The epochs of a run with what they took: {@code epochs.csv} beside the weights.
 *
 * @param rows one an epoch, in order
 */
public record EpochTable(List<Row> rows) {
  private static final String FILE = "epochs.csv";
  private static final String HEADER =
      "epoch,steps,learning_rate,loss,accuracy,validation_loss,validation_accuracy,"
          + "images,seconds,images_per_second\n";
  private static final int LOG_COLUMNS = 7;

  /** Copies the list. */
  public EpochTable {
    rows = List.copyOf(rows);
  }

  /** An epoch: what it did and what it took. */
  public record Row(EpochLog log, EpochTime time) {
    private String format() {
      return Text.format("%s,%s,%.1f\n", log.format(), time.format(), time.imagesPerSecond());
    }

    private static Row parse(String line) {
      String[] parts = line.split(",", LOG_COLUMNS + 1);
      String time = parts[LOG_COLUMNS].substring(0, parts[LOG_COLUMNS].lastIndexOf(','));
      return new Row(EpochLog.parse(line), EpochTime.parse(time));
    }
  }

  static EpochTable of(List<EpochLog> log, List<EpochTime> times) {
    return new EpochTable(
        IntStream.range(0, log.size()).mapToObj(i -> new Row(log.get(i), times.get(i))).toList());
  }

  /**
   * The table in a run's folder; empty where there is none, as beside networks that were trained
   * before it was kept.
   *
   * @throws IOException if there is one that cannot be read
   */
  public static EpochTable read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    return Files.exists(file)
        ? new EpochTable(Files.readAllLines(file).stream().skip(1).map(Row::parse).toList())
        : new EpochTable(List.of());
  }

  void write(Path folder) throws IOException {
    String text = HEADER + rows.stream().map(Row::format).collect(Collectors.joining());
    AtomicFiles.replace(folder.resolve(FILE), part -> Files.writeString(part, text));
  }

  /** Training images seen in all epochs. */
  public long images() {
    return rows.stream().mapToLong(row -> row.time().images()).sum();
  }

  /** Hours of all epochs. */
  public double hours() {
    return rows.stream().mapToDouble(row -> row.time().seconds()).sum() / 3600;
  }
}
