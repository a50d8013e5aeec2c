package org.opponency.benchmarks;

import static org.opponency.io.Text.format;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.opponency.engine.Compute;

/**
 * Measures what grows with image size, width, batch and number of pictures or files, each size in a
 * process of its own, prints a table in Markdown and draws it.
 */
public final class Scale {
  private static final int CHART_WIDTH = 900;
  private static final int CHART_HEIGHT = 600;
  private static final int DOTS_PER_INCH = 110;

  private Scale() {}

  /** A size with what it took. */
  private record Point(int size, double milliseconds, double mebibytes) {}

  /**
   * Takes the number of threads, the chart's file without its ending and the command that runs this
   * class again; or, as that does, {@code one}, the threads, a piece of work and a size.
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments[0].equals("one")) {
      Compute.threads(Integer.parseInt(arguments[1]));
      ScaleWork work = ScaleWork.valueOf(arguments[2]);
      double milliseconds = work.milliseconds(Integer.parseInt(arguments[3]));
      System.out.println(milliseconds + " " + Machine.peakMebibytes());
      return;
    }
    String before = Machine.load();
    List<String> rows = new ArrayList<>();
    XYChart chart = chart();
    for (ScaleWork work : ScaleWork.values()) {
      List<Point> points = new ArrayList<>();
      for (int size : work.sizes()) {
        points.add(point(arguments, work, size));
        rows.add(row(work, points));
      }
      Point first = points.get(0);
      chart.addSeries(
          work.title(),
          points.stream().mapToDouble(p -> (double) p.size / first.size).toArray(),
          points.stream().mapToDouble(p -> p.milliseconds / first.milliseconds).toArray());
    }
    print(Integer.parseInt(arguments[0]), before, rows);
    BitmapEncoder.saveBitmapWithDPI(
        chart, arguments[1], BitmapEncoder.BitmapFormat.PNG, DOTS_PER_INCH);
  }

  private static Point point(String[] arguments, ScaleWork work, int size) throws IOException {
    List<String> command = new ArrayList<>(List.of(arguments).subList(2, arguments.length));
    command.addAll(List.of("one", arguments[0], work.name(), Integer.toString(size)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String[] numbers = answer.strip().split(" ");
    if (numbers.length != 2) {
      throw new IllegalStateException(work + " of " + size + " has failed; its words are above");
    }
    return new Point(size, Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
  }

  /** The last point, and the power of the size with which time has grown since the one before. */
  private static String row(ScaleWork work, List<Point> points) {
    Point last = points.get(points.size() - 1);
    String power = "";
    if (points.size() > 1) {
      Point before = points.get(points.size() - 2);
      double growth = Math.log(last.milliseconds / before.milliseconds);
      power = format("%.2f", growth / Math.log((double) last.size / before.size));
    }
    return format(
        "| %s | %,d | %.2f | %s | %.0f |",
        work.title(), last.size, last.milliseconds, power, last.mebibytes);
  }

  private static XYChart chart() {
    XYChart chart =
        new XYChartBuilder()
            .width(CHART_WIDTH)
            .height(CHART_HEIGHT)
            .xAxisTitle("size, in units of the smallest")
            .yAxisTitle("time, in units of that of the smallest")
            .build();
    chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    return chart;
  }

  private static void print(int threads, String before, List<String> rows) throws IOException {
    System.out.printf(
        Locale.ROOT,
        """
# What grows with what

%s
Each row in a process of its own: median time once warm, and that process's peak resident memory. The
power is that of the size with which time has grown since the row above: 1 is a straight line.

| work, by | size | milliseconds | power | peak memory, MiB |
|---|---|---|---|---|
""",
        Machine.about(threads, before, "drawn in " + Path.of("scale.png")));
    rows.forEach(System.out::println);
  }
}
