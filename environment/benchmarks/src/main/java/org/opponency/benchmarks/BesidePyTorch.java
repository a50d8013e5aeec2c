package org.opponency.benchmarks;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A table in Markdown: ours, the peers, and the ratio of ours to each of them. */
final class BesidePyTorch {
  private final String loadBefore = Machine.load();

  BesidePyTorch() throws IOException {}

  /** Prints the table; a row begins with its title and goes on with {@link #row}. */
  void print(String title, int threads, String versions, List<String> peers, List<String> rows)
      throws IOException {
    System.out.printf(
        Locale.ROOT,
        """
# %s

%s
Milliseconds: median (minimum). Ratios: median of the turns, with its standard error; below 1, ours
is the faster.

""",
        title,
        Machine.about(threads, loadBefore, versions));
    System.out.println("| network | Opponency | " + String.join(" | ", peers) + ratios(peers));
    System.out.println("|---".repeat(2 + 2 * peers.size()) + "|");
    rows.forEach(System.out::println);
  }

  private static String ratios(List<String> peers) {
    StringBuilder titles = new StringBuilder(" |");
    peers.forEach(peer -> titles.append(" ratio to ").append(peer).append(" |"));
    return titles.toString();
  }

  /** A row of the table. */
  static String row(String title, Turns turns, List<Peer> peers) {
    StringBuilder row = new StringBuilder("| " + title + " | " + times(turns.own()) + " |");
    peers.forEach(peer -> row.append(' ').append(times(peer.times())).append(" |"));
    peers.forEach(peer -> row.append(' ').append(turns.ratio(peer)).append(" |"));
    return row.toString();
  }

  static String times(List<Double> times) {
    return format("%.1f (%.1f)", median(times), Collections.min(times));
  }

  static double median(List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
